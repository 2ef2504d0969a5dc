// Steps under each other, each with its words at the left and its place in time at the right: a mark, and a bar for how long it holds.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tools/pictures/picture.h"

namespace inzicht {

enum class StepShape { circle, square, triangle, diamond, speech, cross };
enum class BarLook { firm, over, waiting };

struct LadderStep {
  std::string lane;          // steps of one lane stand together under its name
  std::string head, words;   // at the left
  std::string title;         // the whole of it
  std::optional<Micros> at;  // its mark
  StepShape shape = StepShape::circle;
  std::optional<Micros> from, until;  // its bar; without an end it goes on to the edge, open
  std::optional<Micros> cut;          // where it ended before its time
  BarLook look = BarLook::firm;
  std::string state;  // in words, beside the bar or mark
};
struct LadderKey {  // the legend
  StepShape shape;
  std::string words;
};

std::string ladder_picture(const std::vector<LadderStep>& steps, const std::vector<LadderKey>& legend, std::string_view describes, const Wording& wording,
                           const PictureHead& head);

}  // namespace inzicht
