#include "projections/projection.h"

namespace inzicht {

void ViewBatch::put(Bytes key, Bytes value) {
  entries_.push_back({arena_.size(), key.size(), value.size()});
  arena_.insert(arena_.end(), key.begin(), key.end());
  arena_.insert(arena_.end(), value.begin(), value.end());
}

void ViewBatch::clear() {
  entries_.clear();
  arena_.clear();
}

}  // namespace inzicht
