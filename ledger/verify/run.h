// The whole of verify, with the check of one signature as an input: tests put a memory before it, nobody puts anything else.
#pragma once
#include "ledger/verify/event_check.h"
#include "ledger/verify/verify.h"

namespace inzicht {

VerifyReport verify_with(const VerifyInput& input, const SignatureCheck& signature);

}  // namespace inzicht
