// Times of the ledger: microseconds since 1970 UTC, civil dates, and Dutch local time.
//
// Units:   Micros is microseconds UTC. A Date is a civil date; comparisons of birthdays, consents and terms happen in
//          Europe/Amsterdam (docs/domain.md §0.5), with the system's time zone database.
//          A local time shown twice (end of summer time) is the earlier one; one that is skipped is refused when parsed,
//          and the moment of the change in arithmetic. Results stay within the years 1 to 9999.
// Errors:  parsing answers nullopt; a Date handed to arithmetic must be valid. Text forms are RFC 3339: "2019-06-11T08:30:00.000000Z", "2019-06-11", "2002-03", "P2M".
// Threads: everything is safe from any thread; a SimulatedClock is set by one.
#pragma once
#include <atomic>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inzicht {

using Micros = std::int64_t;
inline constexpr Micros micros_per_second = 1'000'000;
inline constexpr Micros micros_per_day = 86'400 * micros_per_second;

struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1..12
  std::uint8_t day = 0;    // 1..31
  auto operator<=>(const Date&) const = default;
  bool is_valid() const;
};
struct Month {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  auto operator<=>(const Month&) const = default;
  bool is_valid() const;
};
// ISO 8601 duration of calendar units: months, then days, then seconds.
struct Duration {
  std::uint32_t months = 0;
  std::uint32_t days = 0;
  std::uint64_t seconds = 0;
  auto operator<=>(const Duration&) const = default;
};

std::string to_text(Micros time);                                // with 6 decimals and Z
std::optional<Micros> parse_time(std::string_view text);         // RFC 3339 with Z or an offset; 0 to 6 decimals
std::string to_text(const Date& date);
std::optional<Date> parse_date(std::string_view text);
std::string to_text(const Month& month);
std::optional<Month> parse_month(std::string_view text);
std::string to_text(const Duration& duration);                   // "P1Y2M", "P14D", "PT4H"
std::optional<Duration> parse_duration(std::string_view text);   // P[nY][nM][nW][nD][T[nH][nM][nS]]

Date local_date(Micros time);                                    // in Europe/Amsterdam
Micros local_midnight(const Date& date);                         // the first instant of that day there
std::string local_text(Micros time);                             // "2019-06-11 10:30"
std::optional<Micros> parse_local(std::string_view text);        // "2019-06-11 10:30[:ss]" or "2019-06-11", local
// Local calendar arithmetic: months first (clipped to the month's last day), then days, then seconds.
Micros add(Micros time, const Duration& duration);
Date add(const Date& date, const Duration& duration);
std::int64_t days_between(const Date& from, const Date& to);
int years_between(const Date& from, const Date& to);             // whole years: age on a birthday

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Micros now() const = 0;
  // Whether the time is the wall clock's; example ledgers have a simulated one and say so.
  virtual bool is_wall_clock() const = 0;
};
class SystemClock final : public Clock {
 public:
  Micros now() const override;
  bool is_wall_clock() const override { return true; }
};
class SimulatedClock final : public Clock {
 public:
  explicit SimulatedClock(Micros start) : now_(start) {}
  Micros now() const override { return now_.load(); }
  bool is_wall_clock() const override { return false; }
  void set(Micros time) { now_.store(time); }

 private:
  std::atomic<Micros> now_;
};

}  // namespace inzicht
