# Debian's cross compiler (g++-riscv64-linux-gnu), for a machine without an operating system and a kernel without floating point.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR riscv64)
set(CMAKE_CXX_COMPILER riscv64-linux-gnu-g++)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)  # there is nothing to link a program with
# The cross headers come without those of the soft-float ABI; riscv64/gnu has the one that is missed.
set(CMAKE_CXX_FLAGS_INIT "-march=rv64imac_zicsr -mabi=lp64 -mcmodel=medany -isystem \"${CMAKE_CURRENT_LIST_DIR}/riscv64\"")
