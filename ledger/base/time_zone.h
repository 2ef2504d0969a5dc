// The calendar and the clock of Europe/Amsterdam, for the files of time.h only.
#pragma once
#include <date/tz.h>

#include "ledger/base/time.h"

namespace inzicht::zone {

using Sys = date::sys_time<std::chrono::microseconds>;
using Local = date::local_time<std::chrono::microseconds>;

inline constexpr int year_min = 1;
inline constexpr int year_max = 9999;
inline constexpr Sys first_time{date::sys_days{date::year{year_min} / 1 / 1}};
inline constexpr Sys last_time{date::sys_days{date::year{year_max + 1} / 1 / 1} - std::chrono::microseconds{1}};

// The longest durations that mean anything within those years.
inline constexpr std::uint64_t months_max = 12ull * year_max;
inline constexpr std::uint64_t days_max = 366ull * year_max;
inline constexpr std::uint64_t seconds_max = 86'400ull * days_max;

// Times from outside may be any number; calendar arithmetic happens on the years that have a text form.
Sys sys_of(Micros time);
Micros micros_of(Sys time);

date::year_month_day ymd_of(const Date& date);
Date date_of(date::year_month_day ymd);

Local local_of(Sys time);
struct Instant {
  Sys time;
  bool skipped = false;  // the clock never showed it; time is then the moment the clock was put forward
};
// The earlier of two, where the clock showed it twice.
Instant instant_of(Local local);

}  // namespace inzicht::zone
