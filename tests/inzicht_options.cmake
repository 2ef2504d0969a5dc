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
endif()
if(INZICHT_FUZZERS)
  target_compile_options(inzicht_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# The files of a list that are there.
function(inzicht_present out)
  set(present "")
  foreach(source ${ARGN})
    if(IS_ABSOLUTE ${source} OR EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
      list(APPEND present ${source})
    else()
      message(STATUS "not there yet: ${source}")
    endif()
  endforeach()
  if(NOT present)
    set(present ${PROJECT_SOURCE_DIR}/tests/empty.cpp)
  endif()
  set(${out} ${present} PARENT_SCOPE)
endfunction()

# inzicht_module(name SOURCES ... HEADERS ... PUBLIC libs... PRIVATE libs...)
# A static library inzicht_<name> with alias inzicht::<name>; headers are listed so each is compiled alone.
function(inzicht_module name)
  cmake_parse_arguments(M "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  inzicht_present(present ${M_SOURCES})
  inzicht_present(M_HEADERS ${M_HEADERS})
  add_library(inzicht_${name} STATIC ${present})
  add_library(inzicht::${name} ALIAS inzicht_${name})
  target_sources(inzicht_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${M_HEADERS})
  target_link_libraries(inzicht_${name} PUBLIC inzicht_options ${M_PUBLIC} PRIVATE ${M_PRIVATE})
endfunction()
