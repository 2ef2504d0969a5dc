// Words of people as a page or a picture can hold them.
#pragma once
#include <string>
#include <string_view>

#include "ledger/base/time.h"
#include "ledger/codec/catalogue.h"

namespace inzicht {

enum class Lines { keep, join };
// Valid UTF-8 without control characters, which XML 1.0 forbids: those become spaces, what is no character U+FFFD. Lines::keep keeps \n.
std::string printable(std::string_view text, Lines lines = Lines::join);

// "14 september 2021"; with the day of the week: "dinsdag 14 september 2021".
std::string spoken(const Date& date, Lang lang);
std::string spoken_day(const Date& date, Lang lang);
// "dinsdag 14 september 2021, 10:00 uur", in Amsterdam.
std::string spoken_moment(Micros at, Lang lang);
// "2 maanden", "14 dagen"; what people do not say so, as it is written elsewhere.
std::string spoken(const Duration& duration, Lang lang);

}  // namespace inzicht
