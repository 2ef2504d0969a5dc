#include "ledger/rules/measures.h"

#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using M = schema::DwangMeasure;
using A = schema::OrderAuthority;
using T = schema::OrgType;

constexpr Date always{};
constexpr Date new_law{2015, 1, 1};
constexpr Date last_of_old{2014, 12, 31};

constexpr MeasureLaw table[] = {
    {M::OTS, "BW1-255", {A::KINDERRECHTER}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::VOORLOPIGE_OTS, "BW1-257", {A::KINDERRECHTER}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::UITHUISPLAATSING, "BW1-265b", {A::KINDERRECHTER}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::SPOED_UITHUISPLAATSING, "BW1-265b-spoed", {A::KINDERRECHTER}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::GEZAGSBEEINDIGING, "BW1-266", {A::RECHTBANK}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::SCHORSING_GEZAG, "BW1-268", {A::KINDERRECHTER, A::RECHTBANK}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::SCHRIFTELIJKE_AANWIJZING, "BW1-263", {A::GI}, {T::CERTIFIED_INSTITUTION}, new_law, {}},
    {M::GESLOTEN_JEUGDHULP, "JW-6.1.2", {A::KINDERRECHTER}, {T::YOUTH_PROVIDER}, new_law, {}},
    {M::VRIJHEIDSBEPERKING, "JW-6.3.9", {A::BEHANDELVERANTWOORDELIJKE, A::GI}, {T::YOUTH_PROVIDER}, new_law, {}},
    {M::JEUGDRECLASSERING, "SR-77", {A::STRAFRECHTER, A::OFFICIER}, {T::CERTIFIED_INSTITUTION, T::PROBATION}, always, {}},
    {M::HUISVERBOD, "WTH-2", {A::BURGEMEESTER}, {T::POLICE}, {2009, 1, 1}, {}},
    {M::GEDRAGSAANWIJZING, "GEMW-151d", {A::BURGEMEESTER}, {T::MUNICIPALITY}, {2017, 1, 1}, {}},
    {M::SLUITING_WONING, "GEMW-174a", {A::BURGEMEESTER}, {T::MUNICIPALITY}, always, {}},
    {M::ONTRUIMING, "BW7-231", {A::KANTONRECHTER}, {T::HOUSING}, always, {}},
    {M::VERLAGING_UITKERING, "PW-18,PW-54", {A::COLLEGE}, {T::MUNICIPALITY}, always, {}},
    {M::LEERPLICHT_VERVOLGING, "LPW-22", {A::LEERPLICHT, A::OFFICIER}, {T::MUNICIPALITY}, always, {}},
    {M::CRISISMAATREGEL, "WVGGZ-7-1", {A::BURGEMEESTER}, {T::MENTAL_HEALTH}, {2020, 1, 1}, {}},
    {M::ZORGMACHTIGING, "WVGGZ-6-4", {A::RECHTBANK}, {T::MENTAL_HEALTH}, {2020, 1, 1}, {}},
    {M::WZD_OPNAME, "WZD-24", {A::RECHTBANK, A::BURGEMEESTER}, {T::HEALTH_CARE}, {2020, 1, 1}, {}},
    {M::BEWIND_CURATELE, "BW1-378", {A::KANTONRECHTER}, {}, always, {}},
    {M::LAST_ONDER_DWANGSOM, "AWB-5-32", {A::COLLEGE, A::BURGEMEESTER}, {T::MUNICIPALITY}, always, {}},
    {M::STRAF_VOORWAARDE, "SR-14c", {A::STRAFRECHTER, A::OFFICIER}, {T::PROBATION}, always, {}},
    {M::AANHOUDING, "SV-53", {A::POLITIE, A::OFFICIER}, {T::POLICE}, always, {}},
    {M::OTS_OUD, "BW1-254-oud", {A::KINDERRECHTER, A::RECHTBANK}, {T::CERTIFIED_INSTITUTION, T::PRE2015}, always, last_of_old},
    {M::UITHUISPLAATSING_OUD, "BW1-261-oud", {A::KINDERRECHTER, A::RECHTBANK}, {T::CERTIFIED_INSTITUTION, T::PRE2015}, always, last_of_old},
    {M::ONTHEFFING_ONTZETTING, "BW1-266-oud,BW1-269-oud", {A::KINDERRECHTER, A::RECHTBANK}, {T::CERTIFIED_INSTITUTION, T::PRE2015}, always, last_of_old},
};

}  // namespace

bool MeasureLaw::names(std::string_view article) const {
  bool found = false;
  for_each_item(articles, [&](std::string_view one) { found = found || one == article; });
  return found;
}

const MeasureLaw* measure_law(schema::DwangMeasure measure) {
  for (const MeasureLaw& row : table)
    if (row.measure == measure) return &row;
  return nullptr;
}

}  // namespace inzicht
