// To whom a request for a measure (905) goes, as a kind of recipient. Source: docs/domain.md §5.2.
#pragma once
#include "ledger/schema/lists.capnp.h"

namespace inzicht::views {

constexpr schema::RecipientClass addressed(schema::OrderAuthority at) {
  using enum schema::OrderAuthority;
  switch (at) {
    case OFFICIER:
    case POLITIE:
      return schema::RecipientClass::POLICE_PROSECUTOR;
    case BURGEMEESTER:
    case COLLEGE:
    case LEERPLICHT:
      return schema::RecipientClass::OTHER_LAW_UNIT;
    case GI:
      return schema::RecipientClass::GI_UNDER_OTS;
    case BEHANDELVERANTWOORDELIJKE:
      return schema::RecipientClass::THIRD_PARTY;
    default:
      return schema::RecipientClass::COURT;
  }
}

}  // namespace inzicht::views
