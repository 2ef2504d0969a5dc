# Small values that facts and parts share. An absent one is a null pointer.
@0x9c1f0b7a5e3d2004;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("inzicht::schema");
using A = import "annotations.capnp";
using L = import "lists.capnp";

struct Date { year @0 :Int16; month @1 :UInt8; day @2 :UInt8; }
struct Month { year @0 :Int16; month @1 :UInt8; }
struct Instant { micros @0 :Int64; }                          # since 1970 UTC
struct Duration { months @0 :UInt32; days @1 :UInt32; seconds @2 :UInt64; }
struct Decimal { value @0 :Int64; digits @1 :UInt8; }         # value / 10^digits
struct Cents { value @0 :Int64; }
struct Count { value @0 :UInt64; }
struct Param { key @0 :Text $A.format(paramKey) $A.required $A.nl("sleutel") $A.en("key"); value @1 :Text $A.format(paramValue) $A.required $A.nl("waarde") $A.en("value"); }
struct PartRef { event @0 :Data $A.id(event) $A.required $A.nl("gebeurtenis") $A.en("event"); part @1 :UInt16 $A.nl("deel") $A.en("part"); }
struct Recipient {
  class @0 :L.RecipientClass $A.required $A.nl("soort ontvanger") $A.en("class");
  org @1 :Data $A.id(organisation) $A.nl("organisatie") $A.en("organisation");
  actor @2 :Data $A.id(actor) $A.nl("professional") $A.en("actor");
  subject @3 :Data $A.id(subject) $A.nl("persoon") $A.en("person");
}
# A file inside a part: its content, or the digest and length of a file kept beside the ledger.
struct File {
  fileName @0 :Text $A.required $A.nl("bestandsnaam") $A.en("file name");
  mediaType @1 :Text $A.required $A.nl("soort bestand") $A.en("media type");
  content @2 :Data $A.nl("inhoud") $A.en("content");
  digest @3 :Data $A.id(digest) $A.nl("vingerafdruk") $A.en("digest");
  length @4 :Count $A.nl("lengte") $A.en("length");
}
