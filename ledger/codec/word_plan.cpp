#include "ledger/codec/word_plan.h"

#include <unordered_map>

#include "ledger/schema/types.capnp.h"

namespace inzicht {
namespace {

constexpr unsigned word_bits = 64;

// 0: not a number.
unsigned bits_of(FieldType type) {
  switch (type) {
    case FieldType::INT8:
    case FieldType::UINT8:
      return 8;
    case FieldType::INT16:
    case FieldType::UINT16:
    case FieldType::ENUM:
      return 16;
    case FieldType::INT32:
    case FieldType::UINT32:
      return 32;
    case FieldType::INT64:
    case FieldType::UINT64:
      return 64;
    default:
      return 0;
  }
}

WordPlan::Number number_at(std::uint32_t offset, unsigned bits) {
  const std::uint32_t bit = offset * bits;
  return {bit / word_bits, static_cast<std::uint8_t>(bit % word_bits), static_cast<std::uint8_t>(bits)};
}

bool is_looked_into(const FieldPlan& field) {
  if (field.type != FieldType::LIST) return true;
  return field.element == FieldType::STRUCT || field.element == FieldType::TEXT ||
         field.element == FieldType::DATA || field.element == FieldType::ENUM;
}

WordPlan::Value value_of(capnp::StructSchema schema) {
  if (schema == capnp::Schema::from<schema::Date>()) return WordPlan::Value::date;
  if (schema == capnp::Schema::from<schema::Month>()) return WordPlan::Value::month;
  if (schema == capnp::Schema::from<schema::Decimal>()) return WordPlan::Value::decimal;
  if (schema == capnp::Schema::from<schema::Duration>()) return WordPlan::Value::duration;
  return WordPlan::Value::any;
}

class Plans {
 public:
  Plans() {
    for (const auto schema : strict_schemas()) add(schema);
  }
  const WordPlan* of(capnp::StructSchema schema) const {
    const auto at = by_id_.find(schema.getProto().getId());
    return at == by_id_.end() ? nullptr : &at->second;
  }

 private:
  // A struct may hold itself, so it is found before it is done.
  const WordPlan* add(capnp::StructSchema schema) {
    const auto [at, fresh] = by_id_.try_emplace(schema.getProto().getId());
    WordPlan& plan = at->second;
    if (!fresh) return &plan;
    const auto sizes = schema.getProto().getStruct();
    plan.known.resize(sizes.getDataWordCount());
    plan.pointers.resize(sizes.getPointerCount());
    plan.value = value_of(schema);
    for (auto field : schema.getNonUnionFields()) add_field(plan, field);
    if (schema.getUnionFields().size() > 0) add_union(plan, schema);
    return &plan;
  }

  void add_field(WordPlan& plan, capnp::StructSchema::Field field) {
    const auto of_field = plan_field(field);
    if (!field.getProto().isSlot() || field.getProto().getSlot().getHadExplicitDefault() ||
        !is_looked_into(of_field)) {
      plan.plain = false;
      return;
    }
    const auto offset = field.getProto().getSlot().getOffset();
    if (of_field.type == FieldType::VOID) return;
    if (const auto bits = bits_of(of_field.type); bits > 0)
      return add_number(plan, of_field, number_at(offset, bits));
    if (of_field.type != FieldType::TEXT && of_field.type != FieldType::DATA &&
        of_field.type != FieldType::STRUCT && of_field.type != FieldType::LIST) {
      plan.plain = false;
      return;
    }
    const auto schema = struct_within(field);
    plan.pointers.at(offset) = {of_field.type,
                                of_field.element,
                                of_field.required,
                                of_field.enumerants,
                                of_field.id_bytes,
                                of_field.format,
                                schema ? add(*schema) : nullptr};
  }

  static void add_number(WordPlan& plan, const FieldPlan& field, WordPlan::Number at) {
    cover(plan, at);
    plan.numbers.push_back(at);
    if (field.type == FieldType::ENUM) plan.codes.push_back({at, field.enumerants, field.required});
  }
  static void cover(WordPlan& plan, WordPlan::Number at) {
    plan.known.at(at.word) |=
        at.bits == word_bits ? ~std::uint64_t{0} : ((std::uint64_t{1} << at.bits) - 1) << at.shift;
  }

  void add_union(WordPlan& plan, capnp::StructSchema schema) {
    plan.has_union = true;
    plan.discriminant = number_at(schema.getProto().getStruct().getDiscriminantOffset(), 16);
    cover(plan, plan.discriminant);
    std::optional<std::uint32_t> pointer;
    for (auto field : schema.getUnionFields()) {
      const auto type = field.getType();
      const auto number = field.getProto().getDiscriminantValue();
      if (plan.arms.size() <= number) plan.arms.resize(number + std::size_t{1});
      if (type.isVoid()) continue;
      if (!field.getProto().isSlot() || !type.isStruct() ||
          pointer.value_or(field.getProto().getSlot().getOffset()) !=
              field.getProto().getSlot().getOffset()) {
        plan.plain = false;
        continue;
      }
      pointer = field.getProto().getSlot().getOffset();
      plan.arms[number] = add(type.asStruct());
    }
    plan.arm_pointer = pointer.value_or(0);
  }

  std::unordered_map<std::uint64_t, WordPlan> by_id_;
};

}  // namespace

const WordPlan* word_plan(capnp::StructSchema schema) {
  static const Plans built;
  return built.of(schema);
}

}  // namespace inzicht
