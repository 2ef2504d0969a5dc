#include "tools/exchange/export_jsonl.h"

#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/merkle/tree.h"
#include "ledger/codec/leaf.h"

namespace inzicht::exchange {
namespace {

constexpr std::size_t page = 256;  // events of a case read at once

std::unexpected<Error> damaged(std::uint64_t index, std::string_view what) {
  return fail(ErrorCode::corruption, fmt::format("export: expected a readable {}, found damage (index={})", what, index));
}

class Exporter {
 public:
  Exporter(const Log& log, const ExportRequest& request, const OpenedPartAt& opened, const TakeLine& take)
      : log_(log), request_(request), opened_(opened), take_(take) {}

  Result<std::uint64_t> whole_ledger() {
    Status status;
    INZICHT_CHECK(log_.scan(request_.from, std::min(request_.until, log_.size()), [&](const EventView& view) {
      status = line(view);
      return status.has_value();
    }));
    if (!status) return std::unexpected(status.error());
    return lines_;
  }

  Result<std::uint64_t> one_case(const CaseId& kase) {
    for (std::uint64_t n = 1;; n += page) {
      INZICHT_TRY(positions, log_.positions({ChainClass::kase, kase.bytes}, n, page));
      std::vector<std::uint64_t> indexes;
      for (const auto& position : positions)
        if (position.index >= request_.from && position.index < request_.until) indexes.push_back(position.index);
      auto records = log_.read_many(indexes);
      for (std::size_t i = 0; i < records.size(); ++i) {
        if (!records[i]) return std::unexpected(records[i].error());
        const auto& r = *records[i];
        INZICHT_CHECK(line({indexes[i], r.leaf, r.header, r.signatures, r.admission, r.purged}));
      }
      if (positions.size() < page) return lines_;
    }
  }

 private:
  Status line(const EventView& view) {
    INZICHT_TRY(json, event(view));
    ++lines_;
    return take_(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  Result<Json> event(const EventView& view) {
    const auto leaf = decode_leaf(view.leaf);
    if (!leaf) return damaged(view.index, "leaf");
    Json out = Json::object();
    if (!view.purged) {
      const auto message = HeaderMessage::stored(view.header);
      if (!message) return damaged(view.index, "header");
      INZICHT_TRY(header, header_json(view.index, message->header()));
      out = std::move(header);
      out["header"] = crypto::base64(view.header);
      out["signatures"] = crypto::base64(view.signatures);
      out["admission"] = crypto::base64(view.admission);
    } else {
      out["purged"] = true;
      out["leaf"] = crypto::base64(view.leaf);
    }
    out["index"] = view.index;
    out["recordedAt"] = to_text(leaf->recorded_at);
    out["leafHash"] = crypto::base64(crypto::leaf_hash(view.leaf));
    return out;
  }

  Result<Json> header_json(std::uint64_t index, schema::Header::Reader h) {
    Json out = write_json(capnp::DynamicStruct::Reader(h));
    const KindInfo* kind = find_kind(h.getKind());
    out["kindNumber"] = h.getKind();
    out["kind"] = kind != nullptr ? Json(std::string(kind->code)) : Json();
    out["occurred"]["from"] = to_text(Micros{h.getOccurred().getFrom()});
    // Which arm the facts are is said by the kind.
    if (Json facts = out.value("facts", Json::object()); facts.size() == 1) out["facts"] = std::move(*facts.begin());
    INZICHT_CHECK(describe_parts(index, h, out));
    return out;
  }

  Status describe_parts(std::uint64_t index, schema::Header::Reader h, Json& out) {
    if (h.getParts().size() == 0) return {};
    INZICHT_TRY(stored, log_.read_parts(index));
    for (unsigned n = 0; n < h.getParts().size(); ++n) {
      Json& part = out["parts"][n];
      const auto commitment = h.getParts()[n];
      if (const PartInfo* info = find_part(commitment.getPartType())) part["part"] = std::string(info->name);
      const auto* opened = opened_ ? opened_({index, static_cast<std::uint16_t>(n)}) : nullptr;
      if (n >= stored.size() || stored[n].erased) {
        part["state"] = "erased";
      } else if (commitment.getClass() == schema::PartClass::LIST) {
        part["state"] = "list";
      } else if (opened == nullptr) {
        part["state"] = "sealed";
      } else {
        part["state"] = "open";
        part["fields"] = write_json(opened->fields());
      }
    }
    return {};
  }

  const Log& log_;
  const ExportRequest& request_;
  const OpenedPartAt& opened_;
  const TakeLine& take_;
  std::uint64_t lines_ = 0;
};

}  // namespace

Result<std::uint64_t> export_jsonl(const Log& log, const ExportRequest& request, const OpenedPartAt& opened, const TakeLine& take) {
  Exporter exporter(log, request, opened, take);
  return request.kase ? exporter.one_case(*request.kase) : exporter.whole_ledger();
}

}  // namespace inzicht::exchange
