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
  # gcc 12 says it of its own <regex> under a sanitizer; clang does not know the name.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(inzicht_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(INZICHT_FUZZERS)
  target_compile_options(inzicht_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# inzicht_module(name SOURCES ... HEADERS ... PUBLIC libs... PRIVATE libs...)
# A static library inzicht_<name> with alias inzicht::<name>; headers are listed so each is compiled alone.
function(inzicht_module name)
  cmake_parse_arguments(M "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  add_library(inzicht_${name} STATIC ${M_SOURCES})
  add_library(inzicht::${name} ALIAS inzicht_${name})
  target_sources(inzicht_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${M_HEADERS})
  target_link_libraries(inzicht_${name} PUBLIC inzicht_options ${M_PUBLIC} PRIVATE ${M_PRIVATE})
endfunction()
