#include "ab_catch.h"

#include <stddef.h>

#include "ab_exception.h"

#if defined(__i386__) || defined(__x86_64__)

// An exception's search for a handler asks the personality of each frame on its way. The frame of
// `ab_catch_enter` says that it handles all; when the frames below have been cleaned up, its
// personality goes back there by itself. It needs nothing of the unwinder, of which each library may
// have its own, and whose functions a program need not see.

struct ab_catch_frame {
  void *stack;
  struct ab_catch_frame *outer;
};

// The innermost call of each thread: calls nest where the library calls back.
static _Thread_local struct ab_catch_frame *ab_innermost;

// Calls the function with the four arguments, after putting the stack pointer where `stack` points to.
// Returns null, or what `ab_catch_land` was given.
void *ab_catch_enter(void *first, void *second, void *third, void *fourth, void **stack,
                     void (*function)(void));

// Returns from the `ab_catch_enter` that has this stack pointer.
_Noreturn void ab_catch_land(void *stack, struct ab_exception *exception);

#ifdef __i386__
__asm__(
    ".text\n"
    ".globl ab_catch_enter\n"
    ".hidden ab_catch_enter\n"
    ".type ab_catch_enter, @function\n"
    ".p2align 4\n"
    "ab_catch_enter:\n"
    ".cfi_startproc\n"
    ".cfi_personality 0x1b, ab_catch_personality\n"
    "pushl %ebp\n"
    ".cfi_def_cfa_offset 8\n"
    ".cfi_offset %ebp, -8\n"
    "movl %esp, %ebp\n"
    ".cfi_def_cfa_register %ebp\n"
    "pushl %ebx\n"
    "pushl %esi\n"
    "pushl %edi\n"
    ".cfi_offset %ebx, -12\n"
    ".cfi_offset %esi, -16\n"
    ".cfi_offset %edi, -20\n"
    "subl $28, %esp\n"
    "movl 24(%ebp), %eax\n"
    "movl %esp, (%eax)\n"
    "movl 8(%ebp), %eax\n"
    "movl %eax, (%esp)\n"
    "movl 12(%ebp), %eax\n"
    "movl %eax, 4(%esp)\n"
    "movl 16(%ebp), %eax\n"
    "movl %eax, 8(%esp)\n"
    "movl 20(%ebp), %eax\n"
    "movl %eax, 12(%esp)\n"
    "call *28(%ebp)\n"
    "xorl %eax, %eax\n"
    "ab_catch_leave:\n"
    "leal -12(%ebp), %esp\n"
    "popl %edi\n"
    "popl %esi\n"
    "popl %ebx\n"
    "popl %ebp\n"
    ".cfi_def_cfa %esp, 4\n"
    "ret\n"
    ".cfi_endproc\n"
    ".size ab_catch_enter, . - ab_catch_enter\n"
    ".globl ab_catch_land\n"
    ".hidden ab_catch_land\n"
    ".type ab_catch_land, @function\n"
    "ab_catch_land:\n"
    "movl 8(%esp), %eax\n"
    "movl 4(%esp), %esp\n"
    "leal 40(%esp), %ebp\n"
    "cld\n"
    "jmp ab_catch_leave\n"
    ".size ab_catch_land, . - ab_catch_land\n");
#else
__asm__(
    ".text\n"
    ".globl ab_catch_enter\n"
    ".hidden ab_catch_enter\n"
    ".type ab_catch_enter, @function\n"
    ".p2align 4\n"
    "ab_catch_enter:\n"
    ".cfi_startproc\n"
    ".cfi_personality 0x1b, ab_catch_personality\n"
    "pushq %rbp\n"
    ".cfi_def_cfa_offset 16\n"
    ".cfi_offset %rbp, -16\n"
    "movq %rsp, %rbp\n"
    ".cfi_def_cfa_register %rbp\n"
    "pushq %rbx\n"
    "pushq %r12\n"
    "pushq %r13\n"
    "pushq %r14\n"
    "pushq %r15\n"
    ".cfi_offset %rbx, -24\n"
    ".cfi_offset %r12, -32\n"
    ".cfi_offset %r13, -40\n"
    ".cfi_offset %r14, -48\n"
    ".cfi_offset %r15, -56\n"
    "subq $8, %rsp\n"
    "movq %rsp, (%r8)\n"
    "call *%r9\n"
    "xorl %eax, %eax\n"
    "ab_catch_leave:\n"
    "leaq -40(%rbp), %rsp\n"
    "popq %r15\n"
    "popq %r14\n"
    "popq %r13\n"
    "popq %r12\n"
    "popq %rbx\n"
    "popq %rbp\n"
    ".cfi_def_cfa %rsp, 8\n"
    "ret\n"
    ".cfi_endproc\n"
    ".size ab_catch_enter, . - ab_catch_enter\n"
    ".globl ab_catch_land\n"
    ".hidden ab_catch_land\n"
    ".type ab_catch_land, @function\n"
    "ab_catch_land:\n"
    "movq %rdi, %rsp\n"
    "movq %rsi, %rax\n"
    "leaq 48(%rsp), %rbp\n"
    "cld\n"
    "jmp ab_catch_leave\n"
    ".size ab_catch_land, . - ab_catch_land\n");
#endif

// Numbers of the Itanium C++ ABI's level for all languages.
enum { AB_CONTINUE_UNWIND = 8, AB_HANDLER_FOUND = 6 };
enum { AB_SEARCH_PHASE = 1, AB_HANDLER_FRAME = 4, AB_FORCED_UNWIND = 8 };

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
void __asan_handle_no_return(void);
#define AB_LEAVES_FRAMES() __asan_handle_no_return()
#endif
#endif
#ifndef AB_LEAVES_FRAMES
#define AB_LEAVES_FRAMES() (void)0
#endif

int ab_catch_personality(int version, int actions, uint64_t language,
                         struct ab_exception *exception, void *context);

// A thread that ends, or is cancelled, goes on.
__attribute__((used, visibility("hidden")))
int ab_catch_personality(int version, int actions, uint64_t language,
                         struct ab_exception *exception, void *context) {
  (void)version;
  (void)language;
  (void)context;
  if ((actions & AB_FORCED_UNWIND) != 0 || ab_innermost == NULL) return AB_CONTINUE_UNWIND;
  if ((actions & AB_SEARCH_PHASE) != 0) return AB_HANDLER_FOUND;
  if ((actions & AB_HANDLER_FRAME) == 0) return AB_CONTINUE_UNWIND;
  AB_LEAVES_FRAMES();
  ab_catch_land(ab_innermost->stack, exception);
}

static int ab_catch(void (*function)(void), void *first, void *second, void *third,
                    void *fourth) {
  struct ab_catch_frame frame = {NULL, ab_innermost};
  ab_innermost = &frame;
  struct ab_exception *exception =
      ab_catch_enter(first, second, third, fourth, &frame.stack, function);
  ab_innermost = frame.outer;
  if (__builtin_expect(exception == NULL, 1)) return 0;
  ab_exception_end(exception);
  return 1;
}

int ab_call_catching(ffi_cif *cif, void (*function)(void), void *result, void **values) {
  return ab_catch(FFI_FN(ffi_call), cif, (void *)(uintptr_t)function, result, values);
}

int ab_run_catching(void (*run)(void *), void *context) {
  return ab_catch(FFI_FN(run), context, NULL, NULL, NULL);
}

#else

int ab_call_catching(ffi_cif *cif, void (*function)(void), void *result, void **values) {
  ffi_call(cif, function, result, values);
  return 0;
}

int ab_run_catching(void (*run)(void *), void *context) {
  run(context);
  return 0;
}

#endif
