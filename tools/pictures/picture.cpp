#include "tools/pictures/picture.h"

namespace inzicht {

Draw picture_of(std::string_view view) {
  if (view == "timeline") return timeline_picture;
  if (view == "measures") return measures_picture;
  if (view == "consents") return consents_picture;
  if (view == "privacyLog") return sharing_picture;
  return nullptr;
}

}  // namespace inzicht
