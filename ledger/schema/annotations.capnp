# The annotations that make the schema the catalogue: labels, roles, part classes, subjects, references and sources.
@0x9c1f0b7a5e3d2000;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("inzicht::schema");

# What people read.
annotation nl @0xf1a0000000000001 (struct, field, enum, enumerant) :Text;
annotation en @0xf1a0000000000002 (struct, field, enum, enumerant) :Text;

# Of a field. Data fields are ids or digests of a fixed length; texts in a header have a strict format, so that words cannot hide there.
annotation id @0xf1a0000000000003 (field) :IdKind;
annotation format @0xf1a0000000000004 (field) :TextFormat;
annotation required @0xf1a0000000000005 (field) :Void;

enum IdKind { unset @0; event @1; case @2; subject @3; actor @4; organisation @5; mandate @6; key @7; digest @8; signature @9; publicKey @10; partSubject @11; }
enum TextFormat { unset @0; cbsCode @1; oin @2; origin @3; ruleId @4; lawArticle @5; paramKey @6; paramValue @7; }

# Of a kind (docs/domain.md §4).
annotation kind @0xf1a0000000000006 (struct) :UInt16;
annotation power @0xf1a0000000000007 (struct) :Void;        # an act of the ledger itself: refused outright when its conditions fail
annotation guarded @0xf1a0000000000008 (struct) :Void;      # facts hidden from readers without class safety
annotation group @0xf1a0000000000009 (struct) :Text;
annotation recordedBy @0xf1a000000000000a (struct) :List(Text);
annotation rules @0xf1a000000000000b (struct) :List(Text);
annotation source @0xf1a000000000000c (struct) :Text;
annotation refs @0xf1a000000000000d (struct) :List(RefSpec);
struct RefSpec {
  relation @0 :Relation;
  kinds @1 :List(UInt16);  # none: any kind
  least @2 :UInt16;
  most @3 :UInt16;
}
# The values of list refType, by name, for use above.
enum Relation {
  unset @0; answers @1; follows @2; basedOn @3; underConsent @4; underMandate @5; underAgreement @6; underOrder @7; executes @8; concerns @9;
  supersedes @10; corrects @11; withdraws @12; ends @13; discussedIn @14; partOf @15; dependsOn @16; notifies @17; explains @18; linkedTo @19;
}

# Of a part: its type (kind × 10 + position), its name, whom it is about and which classes it may have.
annotation partType @0xf1a000000000000e (struct) :UInt32;
annotation partName @0xf1a000000000000f (struct) :Text;
annotation partSubject @0xf1a0000000000010 (struct) :Text;
annotation partClasses @0xf1a0000000000011 (struct) :Text;
