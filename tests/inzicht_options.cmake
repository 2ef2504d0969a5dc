# Warnings and sanitizers for every target of ours, carried by one interface target.
add_library(inzicht_options INTERFACE)
target_compile_options(inzicht_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wswitch
  # gcc 12 says it of every std::optional that it inlines.
  $<$<CONFIG:RelWithDebInfo>:-Wno-maybe-uninitialized>
  $<$<BOOL:${INZICHT_WERROR}>:-Werror>)
target_include_directories(inzicht_options INTERFACE ${PROJECT_SOURCE_DIR})
if(INZICHT_SANITIZE)
  target_compile_options(inzicht_options INTERFACE -fsanitize=${INZICHT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(inzicht_options INTERFACE -fsanitize=${INZICHT_SANITIZE})
  # gcc 12 says these of its own <regex> and <string> under a sanitizer; clang does not know the names.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(inzicht_options INTERFACE -Wno-maybe-uninitialized -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
endif()
if(INZICHT_FUZZERS)
  target_compile_options(inzicht_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Precompiled headers: half of a cold build is reading the same foreign headers. They hold foreign headers and generated code only, and
# the presets release and fuzz build without them, so that a missing #include still shows.
option(INZICHT_PRECOMPILED "read foreign headers once" OFF)
set(INZICHT_PRECOMPILED_schema
  <algorithm> <array> <chrono> <condition_variable> <deque> <expected> <filesystem> <functional> <map> <memory> <mutex> <optional> <set> <span>
  <string> <string_view> <thread> <unordered_map> <unordered_set> <variant> <vector>
  <fmt/format.h> <nlohmann/json.hpp> <capnp/dynamic.h> <capnp/message.h> <ledger/schema/header.capnp.h> <ledger/schema/parts.capnp.h>)
set(INZICHT_PRECOMPILED_cli ${INZICHT_PRECOMPILED_schema} <CLI/CLI.hpp>)
set(INZICHT_PRECOMPILED_tests ${INZICHT_PRECOMPILED_schema} <catch2/catch.hpp> <rapidcheck.h>)
# inzicht_precompiled(target set): the target reads that set of headers first.
function(inzicht_precompiled target set)
  if(NOT INZICHT_PRECOMPILED)
    return()
  endif()
  set(owner inzicht_precompiled_${set})
  if(NOT TARGET ${owner})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${set}.cpp CONTENT "")
    add_library(${owner} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${set}.cpp)
    target_link_libraries(${owner} PRIVATE inzicht_options inzicht_schema fmt::fmt nlohmann_json::nlohmann_json)
    target_precompile_headers(${owner} PRIVATE ${INZICHT_PRECOMPILED_${set}})
  endif()
  target_link_libraries(${target} PRIVATE fmt::fmt)  # its definitions must be those the headers were read with
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()

# inzicht_module(name SOURCES ... HEADERS ... PUBLIC libs... PRIVATE libs... PRECOMPILED set)
# A static library inzicht_<name> with alias inzicht::<name>; headers are listed so each is compiled alone.
function(inzicht_module name)
  cmake_parse_arguments(M "" "PRECOMPILED" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  add_library(inzicht_${name} STATIC ${M_SOURCES})
  add_library(inzicht::${name} ALIAS inzicht_${name})
  target_sources(inzicht_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${M_HEADERS})
  target_link_libraries(inzicht_${name} PUBLIC inzicht_options ${M_PUBLIC} PRIVATE ${M_PRIVATE})
  if(M_PRECOMPILED)
    inzicht_precompiled(inzicht_${name} ${M_PRECOMPILED})
  endif()
endfunction()
