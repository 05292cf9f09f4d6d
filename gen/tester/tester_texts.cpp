// The parts of a tester that are the same for every spec: C++ texts in gen/tester/*.inc, each a raw string literal.

#include "gen/tester/tester.hpp"

namespace fief::gen {

const TesterTexts& tester_texts() {
    static constexpr TesterTexts texts{
        .types =
#include "gen/tester/types.inc"
            ,
        .machine =
#include "gen/tester/machine.inc"
            ,
        .subject =
#include "gen/tester/subject.inc"
            ,
        .random =
#include "gen/tester/random.inc"
            ,
        .text =
#include "gen/tester/text.inc"
            ,
        .compare =
#include "gen/tester/compare.inc"
            ,
        .driver =
#include "gen/tester/driver.inc"
            ,
    };
    return texts;
}

}  // namespace fief::gen
