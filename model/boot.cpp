#include "model/context.hpp"

namespace fief::model {
void resolve_boot(Context&) {}
void warn_unused(Context&) {}
}  // namespace fief::model
