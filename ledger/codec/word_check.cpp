#include "ledger/codec/word_check.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "ledger/base/limits.h"
#include "ledger/base/time.h"
#include "ledger/codec/text_format.h"
#include "ledger/codec/word_plan.h"

namespace inzicht {
namespace {

constexpr std::size_t word_bytes = 8;

// A pointer, taken apart as the encoding says.
struct PointerWord {
  std::uint64_t word;
  std::uint32_t low() const { return static_cast<std::uint32_t>(word); }
  std::uint32_t high() const { return static_cast<std::uint32_t>(word >> 32); }
  std::uint32_t data_words() const { return high() & 0xFFFF; }
  std::uint32_t pointers() const { return high() >> 16; }
  std::uint32_t element_size() const { return high() & 7; }
  std::uint32_t count() const { return high() >> 3; }  // elements; words of a list of structs
};
constexpr std::uint32_t kind_struct = 0;
constexpr std::uint32_t kind_list = 1;
constexpr std::uint32_t size_byte = 2, size_two_bytes = 3, size_pointer = 6, size_composite = 7;
constexpr std::uint64_t empty_struct =
    0xFFFFFFFC;  // points before itself, since there is nothing to point at

class Pass {
 public:
  explicit Pass(Bytes bytes) : bytes_(bytes), size_(bytes.size() / word_bytes) {}

  bool whole(const WordPlan& root) { return struct_at(0, root, limits::nesting_max) && next_ == size_; }

 private:
  std::uint64_t word(std::size_t at) const {
    std::uint64_t out = 0;
    std::memcpy(&out, bytes_.data() + at * word_bytes, word_bytes);
    return out;
  }
  // What a pointer at `at` to the next object holds in its lower half.
  std::uint32_t to_next(std::size_t at, std::uint32_t kind) const {
    return static_cast<std::uint32_t>(next_ - at - 1) << 2 | kind;
  }
  // Claims the next words for an object; false when there are not so many.
  bool take(std::size_t words) {
    if (words > size_ - next_) return false;
    next_ += words;
    return true;
  }

  bool struct_at(std::size_t at, const WordPlan& plan, unsigned depth) {
    if (at == 0 && !take(1)) return false;
    const PointerWord pointer{word(at)};
    const std::size_t from = next_;
    const auto data = pointer.data_words(), pointers = pointer.pointers();
    if (data + pointers == 0) {
      if (pointer.word != empty_struct) return false;
    } else if (pointer.low() != to_next(at, kind_struct) || !take(data + pointers)) {
      return false;
    }
    if (depth == 0 || data > plan.known.size() || pointers > plan.pointers.size()) return false;
    if (data > 0 && word(from + data - 1) == 0) return false;
    if (pointers > 0 && word(from + data + pointers - 1) == 0) return false;
    return content(from, data, pointers, plan, depth - 1);
  }

  std::uint64_t number(WordPlan::Number at, std::size_t from, std::uint32_t data) const {
    return at.word < data ? at.in(word(from + at.word)) : 0;
  }

  // A struct's own words, and what its pointers hold, in their order.
  bool content(std::size_t from, std::uint32_t data, std::uint32_t pointers, const WordPlan& plan,
               unsigned depth) {
    if (!plan.plain) return false;
    for (std::uint32_t i = 0; i < data; ++i)
      if ((word(from + i) & ~plan.known[i]) != 0) return false;
    for (const auto& code : plan.codes) {
      const auto value = number(code.at, from, data);
      if (value >= code.enumerants || (value == 0 && code.required)) return false;
    }
    if (plan.value != WordPlan::Value::any && !value_ok(from, data, plan)) return false;
    const WordPlan* arm = nullptr;
    if (plan.has_union) {
      const auto number_of_arm = number(plan.discriminant, from, data);
      arm = number_of_arm < plan.arms.size() ? plan.arms[number_of_arm] : nullptr;
      if (arm == nullptr || plan.arm_pointer >= pointers || word(from + data + plan.arm_pointer) == 0)
        return false;
    }
    for (std::uint32_t i = 0; i < plan.pointers.size(); ++i) {
      const std::size_t at = from + data + i;
      if (i >= pointers || word(at) == 0) {
        if (plan.pointers[i].required) return false;
      } else if (arm != nullptr && i == plan.arm_pointer) {
        if (!struct_at(at, *arm, depth)) return false;
      } else if (!object(at, plan.pointers[i], depth)) {
        return false;
      }
    }
    return true;
  }

  bool value_ok(std::size_t from, std::uint32_t data, const WordPlan& plan) const {
    const auto nth = [&](std::size_t n) { return number(plan.numbers[n], from, data); };
    switch (plan.value) {
      case WordPlan::Value::date:
        return Date{static_cast<std::int16_t>(nth(0)), static_cast<std::uint8_t>(nth(1)),
                    static_cast<std::uint8_t>(nth(2))}
            .is_valid();
      case WordPlan::Value::month:
        return Month{static_cast<std::int16_t>(nth(0)), static_cast<std::uint8_t>(nth(1))}.is_valid();
      case WordPlan::Value::decimal:
        return nth(1) <= limits::decimal_digits_max;
      case WordPlan::Value::duration:
        return nth(0) <= limits::duration_months_max && nth(1) <= limits::duration_days_max &&
               nth(2) <= limits::duration_seconds_max;
      case WordPlan::Value::any:
        return true;
    }
    return false;
  }

  bool object(std::size_t at, const WordPlan::Pointer& plan, unsigned depth) {
    switch (plan.type) {
      case FieldType::STRUCT:
        return struct_at(at, *plan.within, depth);
      case FieldType::TEXT:
        return text_at(at, plan);
      case FieldType::DATA:
        return data_at(at, plan);
      case FieldType::LIST:
        return depth > 0 && list_at(at, plan, depth - 1);
      default:
        return false;
    }
  }

  // The bytes that a pointer holds, with nothing but zeros up to the next word; empty when it holds something
  // else, or none.
  Bytes bytes_at(std::size_t at) {
    const PointerWord pointer{word(at)};
    const std::size_t from = next_, count = pointer.count();
    if (pointer.low() != to_next(at, kind_list) || pointer.element_size() != size_byte ||
        !take((count + word_bytes - 1) / word_bytes))
      return {};
    for (std::size_t i = count; i % word_bytes != 0; ++i)
      if (bytes_[from * word_bytes + i] != 0) return {};
    return bytes_.subspan(from * word_bytes, count);
  }

  bool data_at(std::size_t at, const WordPlan::Pointer& plan) {
    const Bytes data = bytes_at(at);
    if (plan.id_bytes == 0) return !data.empty();
    return data.size() == plan.id_bytes &&
           !std::ranges::all_of(data, [](std::uint8_t byte) { return byte == 0; });
  }
  bool text_at(std::size_t at, const WordPlan::Pointer& plan) {
    const Bytes with_end = bytes_at(at);
    if (with_end.size() < 2 || with_end.back() != 0) return false;
    const std::string_view text(reinterpret_cast<const char*>(with_end.data()), with_end.size() - 1);
    return is_utf8(text) && (!plan.format || has_format(*plan.format, text));
  }

  bool list_at(std::size_t at, const WordPlan::Pointer& plan, unsigned depth) {
    const PointerWord pointer{word(at)};
    if (pointer.low() != to_next(at, kind_list)) return false;
    if (plan.element == FieldType::STRUCT) return structs_at(pointer, *plan.within, depth);
    const std::size_t from = next_, count = pointer.count();
    if (count == 0 || count > limits::list_items_max) return false;
    if (plan.element == FieldType::ENUM)
      return pointer.element_size() == size_two_bytes && take((count + 3) / 4) && codes_ok(from, count, plan);
    if (pointer.element_size() != size_pointer || !take(count)) return false;
    for (std::size_t i = 0; i < count; ++i)
      if (plan.element == FieldType::TEXT ? !text_at(from + i, plan) : !data_at(from + i, plan)) return false;
    return true;
  }

  bool codes_ok(std::size_t from, std::size_t count, const WordPlan::Pointer& plan) const {
    for (std::size_t i = 0; i < (count + 3) / 4 * 4; ++i) {
      const auto code = word(from + i / 4) >> i % 4 * 16 & 0xFFFF;
      if (i < count ? code == 0 || code >= plan.enumerants : code != 0) return false;
    }
    return true;
  }

  // All elements have the same sections, as long as the longest content among them.
  bool structs_at(PointerWord pointer, const WordPlan& plan, unsigned depth) {
    const std::size_t tag_at = next_;
    if (pointer.element_size() != size_composite || !take(std::size_t{1} + pointer.count())) return false;
    const PointerWord tag{word(tag_at)};
    const std::size_t count = tag.low() >> 2;
    const std::uint32_t data = tag.data_words(), pointers = tag.pointers();
    const std::size_t each = data + pointers;
    if (each == 0 && (empty_elements_ += count) > size_) return false;
    if ((tag.low() & 3) != kind_struct || count == 0 || count > limits::list_items_max ||
        count * each != pointer.count())
      return false;
    if (depth == 0 || data > plan.known.size() || pointers > plan.pointers.size()) return false;
    bool data_is_full = data == 0, pointers_are_full = pointers == 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t from = tag_at + 1 + i * each;
      data_is_full = data_is_full || word(from + data - 1) != 0;
      pointers_are_full = pointers_are_full || word(from + each - 1) != 0;
      if (!content(from, data, pointers, plan, depth - 1)) return false;
    }
    return data_is_full && pointers_are_full;
  }

  Bytes bytes_;
  std::size_t size_;      // words
  std::size_t next_ = 0;  // the first word that no object has claimed
  // Elements of no words cost nothing to name: of very many of them, the walk knows what is too many.
  std::size_t empty_elements_ = 0;
};

}  // namespace

bool certainly_strict(Bytes message, capnp::StructSchema schema) {
  if constexpr (std::endian::native != std::endian::little) return false;
  const WordPlan* plan = word_plan(schema);
  return plan != nullptr && Pass(message).whole(*plan);
}

}  // namespace inzicht
