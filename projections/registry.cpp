#include "projections/registry.h"

#include "ledger/codec/chains_of.h"
#include "projections/registry_row.h"

namespace inzicht {
namespace views {
namespace {

constexpr std::uint16_t import_opened = 1401;

class RegistryView final : public Projection {
 public:
  std::string_view name() const override { return registry_name; }
  std::uint16_t version() const override { return 1; }

  void apply(const FedEvent& event, ViewBatch& rows) override {
    const auto kind = event.recorded.header.getKind();
    if (!is_registry_event(kind) && kind != import_opened) return;
    out_.key().number(event.recorded.index);
    out_.put(RegistryRow{event.event, kind, event.recorded.recorded_at}, rows);
  }

 private:
  RowPutter out_;
};

}  // namespace
}  // namespace views

std::unique_ptr<Projection> make_registry() { return std::make_unique<views::RegistryView>(); }

}  // namespace inzicht
