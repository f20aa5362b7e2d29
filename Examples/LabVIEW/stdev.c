// The interface of a library that LabVIEW built: arrays with their lengths, and results written
// through pointers.
#include <math.h>
#include <stdint.h>

int32_t stdev(const double values[], int32_t count, uint16_t weighting, double *mean,
              double *variance, double *deviation) {
  const int32_t divisor = weighting ? count : count - 1;
  if (divisor < 1) return -20003;
  double sum = 0;
  for (int32_t i = 0; i < count; i++) sum += values[i];
  *mean = sum / count;
  double squares = 0;
  for (int32_t i = 0; i < count; i++) squares += (values[i] - *mean) * (values[i] - *mean);
  *variance = squares / divisor;
  *deviation = sqrt(*variance);
  return 0;
}
