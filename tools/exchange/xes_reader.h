// Reads IEEE XES 1.0 (1849-2016) and the OpenXES files before it, as a stream: log, trace, event and their attributes.
//
// Shape:   every event goes to the sink when it ends; of a trace's attributes those that stand before its events are known by
//          then, and those after them are rejected. Extensions, globals and classifiers describe the log and are passed over.
//          Nested attributes are fields of their own, named "outer/inner"; so are the values of lists and containers.
// Errors:  bad_input with the line: not well-formed, no log, a document type (DTDs and entities are refused), too deep, or one
//          tag larger than tag_bytes_max. An event with an attribute that has no key or value, is too large or unknown is
//          rejected; so are events outside a trace and traces without events.
// Source:  IEEE 1849-2016.
#pragma once
#include "ledger/base/limits.h"
#include "tools/exchange/byte_source.h"
#include "tools/exchange/source_record.h"

namespace inzicht::exchange {

// A tag is held whole while it is read; a value of the greatest size, written in the longest way ("&quot;"), fits.
inline constexpr std::size_t tag_bytes_max = 6 * limits::import_field_bytes_max + 64 * 1024;

Status read_xes(ByteSource& source, RecordSink& sink);

}  // namespace inzicht::exchange
