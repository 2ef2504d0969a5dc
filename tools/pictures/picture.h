// Views as pictures: SVG from rows alone. What the rows do not hold, or nobody opened, is not in the picture either.
//
// Shape:   every row has its mark, and every mark a title that says the row in words. Times go from left to right.
//          Deviations, what was recorded afterwards and states are told by shape and words; colour only helps.
// Words:   by the wording it is given; this folder knows no ledger, opens nothing and writes no file.
// Source:  docs/domain.md §9 (views 1, 5, 6 and 8).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tools/pictures/wording.h"

namespace inzicht {

struct PictureHead {
  std::string title;
  std::vector<std::string> notes;  // under the picture: how many of how many, which clock
  std::optional<Micros> now = {};  // the day on which it was asked, drawn as a line where that makes sense
};
using Draw = std::string (*)(const ViewResult& result, const Wording& wording, const PictureHead& head);

// By the name of the view ("privacyLog"); nullptr for a view that is no picture.
Draw picture_of(std::string_view view);

// A lane per person and per organisation; each event where it happened, with a line to when it was recorded, and a list by number.
std::string timeline_picture(const ViewResult& result, const Wording& wording, const PictureHead& head);
// Drang, dwang and safety step by step, and how long each holds.
std::string measures_picture(const ViewResult& result, const Wording& wording, const PictureHead& head);
// Every consent from its first day to its last, or to where it was withdrawn.
std::string consents_picture(const ViewResult& result, const Wording& wording, const PictureHead& head);
// Who shared with whom: about whom, which data, how often; and what it was decided not to share.
std::string sharing_picture(const ViewResult& result, const Wording& wording, const PictureHead& head);

}  // namespace inzicht
