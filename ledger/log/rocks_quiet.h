// Keeps RocksDB from writing a diary (LOG) beside its files. Opening a store would begin a new one, also on a
// disk without room, where Debian's librocksdb stops the program in an assertion of that diary's writer; and
// two programs that open one folder at once rename it under each other. What goes wrong reaches us as a
// status, or by the listener of rocks_faults.h.
//
// Owns:    nothing. Threads: any.
#pragma once
#include <rocksdb/env.h>

#include <memory>

namespace inzicht::rocks {

inline std::shared_ptr<rocksdb::Logger> no_diary() {
  class Nothing final : public rocksdb::Logger {
   public:
    Nothing() : Logger(rocksdb::InfoLogLevel::FATAL_LEVEL) {}
    using Logger::Logv;
    void Logv(const char*, va_list) override {}
  };
  return std::make_shared<Nothing>();
}

}  // namespace inzicht::rocks
