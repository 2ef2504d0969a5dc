#include "crypto/digest.h"
#include "tools/inzicht/context.h"

int main(int argc, char** argv) {
  inzicht::crypto::init();
  return inzicht::cli::run_command(std::vector<std::string>(argv, argv + argc));
}
