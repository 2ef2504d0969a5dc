// Where the fields of each struct lie in its words, and what is asked of them there: the plan that the quick
// check of the strict form follows.
//
// Shape:   one WordPlan per struct of what is decoded strictly. A struct with something that the check does
// not look into (a
//          default that is not zero, a group, a list of lists, ...) is not `plain`; nothing in the schema is
//          so now.
// Threads: built once, at first use; read from any.
#pragma once
#include <cstdint>
#include <vector>

#include "ledger/codec/strict_plan.h"

namespace inzicht {

struct WordPlan {
  // A number in the data section: its word, and its place in it.
  struct Number {
    std::uint32_t word = 0;
    std::uint8_t shift = 0;
    std::uint8_t bits = 0;
    std::uint64_t in(std::uint64_t value) const {
      return bits == 64 ? value : value >> shift & ((std::uint64_t{1} << bits) - 1);
    }
  };
  struct Code {
    Number at;
    std::uint32_t enumerants = 0;
    bool required = false;
  };
  struct Pointer {
    FieldType type = FieldType::VOID;  // void: no field that the schema knows
    FieldType element = FieldType::VOID;
    bool required = false;
    std::uint32_t enumerants = 0;
    std::size_t id_bytes = 0;
    std::optional<schema::TextFormat> format;
    const WordPlan* within = nullptr;
  };
  // What the type alone does not bound; the numbers are those of the struct, in order.
  enum class Value { any, date, month, decimal, duration };

  bool plain = true;
  Value value = Value::any;
  std::vector<std::uint64_t> known;  // by word of the data section: the bits that a field stands in
  std::vector<Number> numbers;       // in order of the fields
  std::vector<Code> codes;
  std::vector<Pointer> pointers;  // by place in the pointer section
  // Of a struct with a union: whose arm it is, the pointer of all arms, and what each holds (null: nothing,
  // which is refused).
  bool has_union = false;
  Number discriminant;
  std::uint32_t arm_pointer = 0;
  std::vector<const WordPlan*> arms;
};

// Null for a struct that is never decoded strictly.
const WordPlan* word_plan(capnp::StructSchema schema);

}  // namespace inzicht
