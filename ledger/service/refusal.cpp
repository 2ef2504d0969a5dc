#include "ledger/service/refusal.h"

namespace inzicht {

Refused Refused::of(std::string adm, std::string field, std::string nl, std::string en) {
  Refused out;
  out.adm = std::move(adm);
  out.values["field"] = field;
  out.field = std::move(field);
  out.nl = std::move(nl);
  out.en = std::move(en);
  return out;
}

Refused Refused::of(const Malformed& m) {
  return of(m.adm, m.field, m.newer ? m.text + " (nieuwer dan dit programma?)" : m.text, m.newer ? m.text + " (newer than this program?)" : m.text);
}

Refused Refused::of(const InputError& e) { return of(e.adm, e.field, e.nl, e.en); }

}  // namespace inzicht
