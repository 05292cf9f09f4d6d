// Graphviz, laid out in the tests' own process, keeps memory of its own until the end; where the command draws, that is a child's. Leaks of
// ours are still told.

extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
    return "leak:libgvc\nleak:libcgraph\nleak:libpathplan\nleak:libcdt\n";
}
