#ifndef CARCHBRIDGESHIMS_H
#define CARCHBRIDGESHIMS_H

#include "ab_base64.h"
#include "ab_crash.h"
#include "ab_child.h"
#include "ab_confine.h"
#include "ab_demangle.h"
#include "ab_guard.h"
#include "ab_io.h"
#include "ab_keeper.h"
#include "ab_library.h"
#include "ab_mailbox.h"
#include "ab_memory.h"
#include "ab_process.h"
#include "ab_shared.h"
#include "ab_spawn.h"
#include "ab_template.h"
#include "ab_thread.h"
#include "ab_watch.h"

#endif
