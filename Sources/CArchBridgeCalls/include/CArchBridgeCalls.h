#ifndef CARCHBRIDGECALLS_H
#define CARCHBRIDGECALLS_H

#include "ab_aside.h"
#include "ab_batch.h"
#include "ab_call.h"
#include "ab_closure.h"
#include "ab_float.h"
#include "ab_lock.h"
#include "ab_prepared.h"
#include "ab_thrown.h"
#include "ab_way.h"

#endif
