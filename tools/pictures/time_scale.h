// From times to places on a line, in order of time.
#pragma once
#include <string>
#include <vector>

#include "ledger/base/time.h"
#include "tools/pictures/svg.h"

namespace inzicht {

// even: true to time, so that lengths compare; a silence of more than half of the whole is drawn short, and marked.
// busy: where much happened it is wider, so that marks have room; the dates above say where one is.
enum class Pace { even, busy };

class TimeScale {
 public:
  // Requires: at least one time.
  TimeScale(std::vector<Micros> times, double left, double right, Pace pace);
  // Never smaller for a later time; times outside stand at the edges.
  double x(Micros at) const;
  bool is_within(Micros at) const { return knots_.front().at <= at && at <= knots_.back().at; }
  // Lines with their dates over this height, and a mark where time is drawn short; `cut_title` says that when hovered.
  void draw(Svg& svg, Svg::Node into, double top, double bottom, const std::string& cut_title) const;

 private:
  struct Knot {
    Micros at = 0;
    double x = 0;
    bool after_cut = false;  // what lies between the one before and this is drawn short
  };
  std::vector<Knot> knots_;  // ascending; straight in between
  Pace pace_;
};

}  // namespace inzicht
