# The signed header of every event, the record of its admission, and the two parts that any kind may carry.
# Canonical form, one segment, no segment table: docs/formats.md §2-§4.
@0x9c1f0b7a5e3d2005;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("inzicht::schema");
using A = import "annotations.capnp";
using L = import "lists.capnp";
using T = import "types.capnp";
using F = import "facts.capnp";

struct Header {
  formatVersion @0 :UInt16;                       # 1
  ledger @1 :Data $A.id(digest);                  # null in the genesis event only
  event @2 :Data $A.id(event) $A.required;
  kind @3 :UInt16;                                # number of the kind; agrees with the active arm of facts
  case @4 :Data $A.id(case);
  occurred @5 :Occurred $A.required;
  actor @6 :Data $A.id(actor) $A.required;        # always the owner of the key
  key @7 :Data $A.id(key) $A.required;
  performer @8 :Performer;
  role @9 :L.Role $A.required;
  organisation @10 :Data $A.id(organisation);
  keySeq @11 :UInt64;
  keyPrev @12 :Data $A.id(digest);
  voids @13 :List(Data) $A.id(digest);
  seenCount @14 :UInt64;
  seenHead @15 :Data $A.id(digest);
  anchorSize @16 :UInt64;
  anchorRoot @17 :Data $A.id(digest);
  subjects @18 :List(Data) $A.id(subject);        # strictly ascending
  references @19 :List(Reference);
  claim @20 :L.Conformity $A.required;
  deviates @21 :List(Text) $A.format(ruleId);     # rules deviated from, ascending
  facts @22 :F.Facts $A.required;
  parts @23 :List(PartCommitment);
  coSigners @24 :List(Data) $A.id(key);           # strictly ascending, never the author's key
}

struct Occurred {
  from @0 :Int64;                                 # µs since 1970 UTC
  until @1 :T.Instant;                            # end of an interval, later than from
  precision @2 :L.Precision $A.required;
}

# Who is said to have acted; never that person's signature.
struct Performer {
  actor @0 :Data $A.id(actor);
  subject @1 :Data $A.id(subject);
  basis @2 :L.PerformerBasis $A.required;
}

struct Reference {
  relation @0 :L.RefType $A.required;
  event @1 :Data $A.id(event) $A.required;
  headerHash @2 :Data $A.id(digest) $A.required;
  ledger @3 :Data $A.id(digest);                  # null: this ledger
}

struct PartCommitment {
  subject @0 :Data $A.id(partSubject);            # null for class list only
  class @1 :L.PartClass $A.required;
  partType @2 :UInt32;                            # kind × 10 + position in the kind's table
  filled @3 :UInt64;                              # bit n: field n of the part is not empty
  commitment @4 :Data $A.id(digest) $A.required;
  paddedLength @5 :UInt32;
}

# What the ledger found when it recorded the event.
struct Admission {
  salt @0 :Data;                                  # 16 bytes
  rules @1 :Data $A.id(digest) $A.required;       # hash of the rule catalogue
  policies @2 :List(Data) $A.id(event);           # the policy events that the rules used
  findings @3 :List(Finding);
  sealedParts @4 :List(Data) $A.id(digest);       # H(sealed part), one per part
}
struct Finding {
  rule @0 :Text $A.format(ruleId) $A.required;
  outcome @1 :Outcome $A.required;
  enum Outcome { unset @0; explained @1; warned @2; }
}

# Position 8 of every kind: why a rule was knowingly not met, or why it is recorded afterwards.
struct DeviationMotive $A.partName("deviationMotive") $A.partSubject("case") $A.partClasses("narrative") $A.nl("motief van de afwijking") $A.en("motive of the deviation") {
  text @0 :Text $A.required $A.nl("tekst") $A.en("text");
}
# Position 9 of every kind.
struct Attachment $A.partName("attachment") $A.partSubject("each") $A.partClasses("any") $A.nl("bijlage") $A.en("attachment") {
  fileName @0 :Text $A.required $A.nl("bestandsnaam") $A.en("file name");
  mediaType @1 :Text $A.required $A.nl("soort bestand") $A.en("media type");
  content @2 :Data $A.nl("inhoud") $A.en("content");
  digest @3 :Data $A.id(digest) $A.nl("vingerafdruk") $A.en("digest");
  length @4 :T.Count $A.nl("lengte") $A.en("length");
  remark @5 :Text $A.nl("opmerking") $A.en("remark");
}
