#include "ledger/codec/strict_walk.h"

#include <fmt/format.h>
#include <kj/exception.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/base/time.h"
#include "ledger/codec/strict_plan.h"
#include "ledger/codec/text_format.h"
#include "ledger/schema/parts.capnp.h"

namespace inzicht {
namespace {

using Which = FieldType;

struct Plan {
  std::vector<FieldPlan> fields;
  bool has_union = false;
};

class Plans {
 public:
  Plans() {
    for (const auto schema : strict_schemas()) add(schema);
  }
  const Plan& of(capnp::StructSchema schema) const {
    const auto at = by_id_.find(schema.getProto().getId());
    INZICHT_ASSERT(at != by_id_.end());
    return at->second;
  }

 private:
  void add(capnp::StructSchema schema) {
    const auto [at, fresh] = by_id_.try_emplace(schema.getProto().getId());
    if (!fresh) return;
    Plan plan;
    plan.has_union = schema.getUnionFields().size() > 0;
    const auto fields = schema.getNonUnionFields();
    for (auto field : fields) plan.fields.push_back(plan_field(field));
    at->second = std::move(plan);
    for (auto field : schema.getFields())
      if (const auto within = struct_within(field)) add(*within);
  }
  std::unordered_map<std::uint64_t, Plan> by_id_;
};

const Plans& plans() {
  static const Plans built;
  return built;
}

class Walker {
 public:
  std::optional<Malformed> error;

  bool walk(capnp::DynamicStruct::Reader in, capnp::DynamicStruct::Builder out) {
    const auto schema = in.getSchema();
    if (!value_ok(in, schema)) return false;
    const Plan& plan = plans().of(schema);
    for (const auto& field : plan.fields) {
      path_.push_back({field.name, -1});
      if (!copy(field, in, out)) return false;
      path_.pop_back();
    }
    return !plan.has_union || copy_union(in, out);
  }

 private:
  struct Step {
    std::string_view name;
    int index;
  };
  std::vector<Step> path_;

  bool refuse(std::string adm, std::string text, bool newer = false) {
    std::string path;
    for (const auto& step : path_) {
      if (step.index >= 0) {
        path += fmt::format("[{}]", step.index);
      } else {
        if (!path.empty()) path += '.';
        path += step.name;
      }
    }
    error = Malformed{std::move(adm), std::move(path), std::move(text), newer};
    return false;
  }

  // Dates and durations that the type alone does not bound.
  bool value_ok(capnp::DynamicStruct::Reader in, capnp::StructSchema schema) {
    if (schema == capnp::Schema::from<schema::Date>()) {
      const auto d = in.as<schema::Date>();
      if (!Date{d.getYear(), d.getMonth(), d.getDay()}.is_valid()) return refuse("ADM-3", "expected a date that exists");
    } else if (schema == capnp::Schema::from<schema::Month>()) {
      const auto m = in.as<schema::Month>();
      if (!Month{m.getYear(), m.getMonth()}.is_valid()) return refuse("ADM-3", "expected a month that exists");
    } else if (schema == capnp::Schema::from<schema::Decimal>()) {
      if (in.as<schema::Decimal>().getDigits() > limits::decimal_digits_max)
        return refuse("ADM-3", "expected at most 9 decimals");
    } else if (schema == capnp::Schema::from<schema::Duration>()) {
      const auto d = in.as<schema::Duration>();
      if (d.getMonths() > limits::duration_months_max || d.getDays() > limits::duration_days_max ||
          d.getSeconds() > limits::duration_seconds_max)
        return refuse("ADM-3", "expected a duration of at most a thousand years");
    }
    return true;
  }

  bool enum_ok(const FieldPlan& field, std::uint16_t value, bool required) {
    if (value >= field.enumerants) return refuse("ADM-2", fmt::format("unknown code {}", value), true);
    if (value == 0 && required) return refuse("ADM-11", "expected a code, found none");
    return true;
  }
  bool data_ok(const FieldPlan& field, capnp::Data::Reader data) {
    if (data.size() == 0) return refuse("ADM-1", "empty but present");
    if (field.id_bytes == 0) return true;
    if (data.size() != field.id_bytes)
      return refuse("ADM-1", fmt::format("expected {} bytes, found {}", field.id_bytes, data.size()));
    if (std::ranges::all_of(data, [](kj::byte b) { return b == 0; })) return refuse("ADM-1", "an id of zeros");
    return true;
  }
  bool text_ok(const FieldPlan& field, capnp::Text::Reader text) {
    if (text.size() == 0) return refuse("ADM-1", "empty but present");
    const std::string_view view(text.cStr(), text.size());
    if (!is_utf8(view)) return refuse("ADM-9", "not UTF-8");
    if (field.format && !has_format(*field.format, view))
      return refuse("ADM-2", fmt::format("expected {}", expected_format(*field.format)));
    return true;
  }

  bool copy(const FieldPlan& field, capnp::DynamicStruct::Reader in, capnp::DynamicStruct::Builder out) {
    switch (field.type) {
      case Which::VOID: return true;
      case Which::ENUM: {
        const auto value = in.get(field.field).as<capnp::DynamicEnum>();
        if (!enum_ok(field, value.getRaw(), field.required)) return false;
        out.set(field.field, value);
        return true;
      }
      case Which::TEXT:
      case Which::DATA:
      case Which::STRUCT:
      case Which::LIST: break;
      default: out.set(field.field, in.get(field.field)); return true;
    }
    if (!in.has(field.field)) return field.required ? refuse("ADM-11", "missing") : true;
    const auto value = in.get(field.field);
    if (field.type == Which::TEXT) {
      if (!text_ok(field, value.as<capnp::Text>())) return false;
      out.set(field.field, value);
      return true;
    }
    if (field.type == Which::DATA) {
      if (!data_ok(field, value.as<capnp::Data>())) return false;
      out.set(field.field, value);
      return true;
    }
    if (field.type == Which::STRUCT)
      return walk(value.as<capnp::DynamicStruct>(), out.init(field.field).as<capnp::DynamicStruct>());
    return copy_list(field, value.as<capnp::DynamicList>(), out);
  }

  bool copy_list(const FieldPlan& field, capnp::DynamicList::Reader in, capnp::DynamicStruct::Builder parent) {
    if (in.size() == 0) return refuse("ADM-1", "empty but present");
    if (in.size() > limits::list_items_max)
      return refuse("ADM-1", fmt::format("expected at most {} items, found {}", limits::list_items_max, in.size()));
    auto out = parent.init(field.field, in.size()).as<capnp::DynamicList>();
    for (unsigned i = 0; i < in.size(); ++i) {
      path_.push_back({{}, static_cast<int>(i)});
      if (!copy_element(field, in, out, i)) return false;
      path_.pop_back();
    }
    return true;
  }

  bool copy_element(const FieldPlan& field, capnp::DynamicList::Reader in, capnp::DynamicList::Builder out, unsigned i) {
    const auto value = in[i];
    switch (field.element) {
      case Which::STRUCT: return walk(value.as<capnp::DynamicStruct>(), out[i].as<capnp::DynamicStruct>());
      case Which::ENUM:
        if (!enum_ok(field, value.as<capnp::DynamicEnum>().getRaw(), true)) return false;
        break;
      case Which::TEXT:
        if (!text_ok(field, value.as<capnp::Text>())) return false;
        break;
      case Which::DATA:
        if (!data_ok(field, value.as<capnp::Data>())) return false;
        break;
      default: break;
    }
    out.set(i, value);
    return true;
  }

  bool copy_union(capnp::DynamicStruct::Reader in, capnp::DynamicStruct::Builder out) {
    const auto arm = in.which();
    KJ_IF_MAYBE (field, arm) {
      if (field->getType().isVoid()) return refuse("ADM-11", "expected facts, found none");
      if (!in.has(*field)) return refuse("ADM-11", "expected facts, found none");
      return walk(in.get(*field).as<capnp::DynamicStruct>(), out.init(*field).as<capnp::DynamicStruct>());
    }
    return refuse("ADM-2", "unknown kind of facts", true);
  }
};

}  // namespace

capnp::ReaderOptions bounded(std::size_t words) {
  capnp::ReaderOptions options;
  // Every word may be visited a few times (checks, rebuild, canonicalise); overlapping pointers run into this
  // bound.
  options.traversalLimitInWords = 8 * words + 64;
  options.nestingLimit = limits::nesting_max;
  return options;
}

std::optional<Malformed> walk_strictly(kj::ArrayPtr<const capnp::word> words, capnp::StructSchema schema) {
  Walker walker;
  bool good = false, same = false;
  const auto thrown = kj::runCatchingExceptions([&] {
    capnp::SegmentArrayMessageReader reader(kj::arrayPtr(&words, 1), bounded(words.size()));
    // All the words of the builder fit a first segment of this size, so nothing is scattered.
    capnp::MallocMessageBuilder builder(static_cast<unsigned>(words.size() + 64));
    auto out = builder.initRoot<capnp::DynamicStruct>(schema);
    good = walker.walk(reader.getRoot<capnp::DynamicStruct>(schema), out);
    if (!good) return;
    const auto again = capnp::AnyStruct::Reader(out.asReader()).canonicalize();
    same = again.size() == words.size() &&
           std::memcmp(again.begin(), words.begin(), words.asBytes().size()) == 0;
  });
  if (thrown != nullptr) return Malformed{"ADM-1", "", "a pointer or size inside is wrong"};
  if (!good) return std::move(walker.error);
  if (!same)
    return Malformed{"ADM-1", "", "not in canonical form, or with content this program does not know"};
  return std::nullopt;
}

}  // namespace inzicht
