// The bounds on what comes from outside that belong to the formats or that several files share, with unit and reason. Source: docs/formats.md §2, §3, §5.
#pragma once
#include <cstddef>
#include <cstdint>

namespace inzicht::limits {

inline constexpr std::size_t header_bytes_max = 16 * 1024;       // a header holds codes and references only
inline constexpr std::size_t subjects_max = 32;
inline constexpr std::size_t parts_max = 64;
inline constexpr std::size_t references_max = 64;
inline constexpr std::size_t cosigners_max = 8;
inline constexpr std::size_t voids_max = 16;
inline constexpr std::int64_t clock_skew_seconds_max = 5 * 60;       // occurred-at beyond recorded-at; parameter clockSkew may narrow it
inline constexpr std::size_t part_bytes_max = std::size_t{1} << 20;  // padded plain part
inline constexpr std::size_t parts_total_bytes_max = 16u << 20;      // all parts of one event
inline constexpr std::size_t access_cases_max = 200;
inline constexpr std::size_t list_items_max = 4096;                  // any list inside a header or part
inline constexpr std::size_t nesting_max = 16;                       // pointers deep
inline constexpr std::uint64_t decimal_digits_max = 9;               // after the point
inline constexpr std::uint64_t duration_months_max = 12'000;         // a thousand years, in each of its units
inline constexpr std::uint64_t duration_days_max = 366'000;
inline constexpr std::uint64_t duration_seconds_max = duration_days_max * 86'400;
inline constexpr std::size_t admission_bytes_max = 64 * 1024;
inline constexpr std::size_t signature_block_bytes_max = 1 + (cosigners_max + 1) * (32 + 1 + 2 + 64);
inline constexpr std::size_t tags_max = 255;                         // u8 in the leaf
inline constexpr std::size_t leaf_bytes_max = 106 + 16 * tags_max;
inline constexpr std::size_t group_events_max = 1024;                // one synced batch
inline constexpr std::size_t group_bytes_max = 64u << 20;
inline constexpr std::size_t submission_bytes_max =                  // header, signatures, parts with their salts, and a seal
    header_bytes_max + signature_block_bytes_max + parts_total_bytes_max + parts_max * (32 + 4) + 1024;
inline constexpr std::size_t json_bytes_max = 8u << 20;              // one submission as JSON
inline constexpr std::size_t json_depth_max = 32;
inline constexpr std::size_t receipt_bytes_max = 128 * 1024;
inline constexpr std::size_t import_field_bytes_max = 256 * 1024;    // one value of another system's history
inline constexpr std::size_t import_event_bytes_max = 900 * 1024;    // all values of one event: must fit a sealed part
inline constexpr std::size_t import_depth_max = 64;                  // XML elements deep
inline constexpr std::uint64_t import_unpacked_bytes_max = std::uint64_t{64} << 30;  // of one gzip file: a small file may hold any amount
inline constexpr std::size_t rejected_kept_max = 10'000;             // rejected lines an import tells one by one; the rest it counts

static_assert(access_cases_max + 2 + cosigners_max < tags_max, "an access event's tags must fit a leaf");
static_assert(subjects_max + cosigners_max + 3 < tags_max, "any other event's tags must fit a leaf");

}  // namespace inzicht::limits
