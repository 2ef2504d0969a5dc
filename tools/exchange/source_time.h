// Times as other systems write them.
//
// Shape:   without a format: "2011-10-11T13:45:40.276+02:00", "2011-10-11 13:45", "2011-10-11"; more than six decimals are cut off.
//          With one: %Y %m %d %H %M %S %f (decimals) %z (Z or +02:00) %%; anything else stands for itself. Day, month and hour
//          may lack their leading zero. A time without a zone is read in the form's zone.
// Errors:  parsing answers nullopt, also for a local time that the clock skipped; of one shown twice the earlier is taken.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/error.h"
#include "ledger/base/time.h"
#include "ledger/schema/lists.capnp.h"

namespace inzicht::exchange {

struct SourceTime {
  Micros at = 0;
  schema::Precision precision = schema::Precision::INSTANT;  // of what was written
};

class TimeForm {
 public:
  TimeForm() = default;  // no format, Europe/Amsterdam
  // `format` may be empty; `zone` is "Europe/Amsterdam", "UTC" or an offset such as "+01:00".
  static Result<TimeForm> of(std::string format, std::string_view zone);
  std::optional<SourceTime> parse(std::string_view text) const;

 private:
  std::string format_;
  std::optional<int> offset_minutes_;  // of times that name none; absent: Dutch local time
};

}  // namespace inzicht::exchange
