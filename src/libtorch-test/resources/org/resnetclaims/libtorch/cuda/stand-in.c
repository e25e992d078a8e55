// Stands in for NVIDIA's libraries where there is no GPU: hands out memory of the processor, computes nothing, and writes
// down in which order it is called, and what would not be allowed on a stream that is captured. The functions that
// matter are here; for all others that libtorch is linked to, StandInCuda adds one that succeeds.
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef void *Handle;
typedef struct { unsigned x, y, z; } Dim;

enum { SUCCESS = 0, CAPTURE_INVALIDATED = 901, RELAXED = 2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Handle capturedStream;
static long capturingThread;
static long streams = 0x1000;
static __thread int captureMode;

static long thread(void) { return syscall(SYS_gettid); }

static void tell(const char *call, Handle stream) {
  const char *path = getenv("STAND_IN_LOG");
  if (path) {
    char line[200];
    int n = snprintf(line, sizeof line, "%s %lx %ld\n", call, (long)stream, thread());
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (write(file, line, n) < 0) abort();
    close(file);
  }
}

static int failing(const char *call) {
  const char *name = getenv("STAND_IN_FAILS");
  return name && !strcmp(name, call) ? CAPTURE_INVALIDATED : SUCCESS;
}

static int capturing(void) { return capturedStream && capturingThread == thread(); }

/* What the thread that captures may not do meanwhile. */
static void unsafeCall(const char *call) {
  if (capturing() && captureMode != RELAXED) tell("FORBIDDEN", 0), tell(call, 0);
}

/* What it may do on the stream that is captured alone. */
static void onStream(const char *call, Handle stream) {
  if (capturing() && stream != capturedStream) tell("FORBIDDEN", stream);
  tell(call, stream);
}

int cudaGetDeviceCount(int *n) { return *n = 1, SUCCESS; }
int cudaGetDevice(int *d) { return *d = 0, SUCCESS; }
int cudaDriverGetVersion(int *v) { return *v = 13000, SUCCESS; }
int cudaRuntimeGetVersion(int *v) { return *v = 13010, SUCCESS; }
const char *cudaGetErrorString(int e) { return e == CAPTURE_INVALIDATED ? "capture invalidated" : "an error"; }
const char *cudaGetErrorName(int e) { return cudaGetErrorString(e); }
int cudaMemGetInfo(size_t *free, size_t *total) { return *free = 8L << 30, *total = 16L << 30, SUCCESS; }
int cudaDeviceGetStreamPriorityRange(int *least, int *greatest) { return *least = 0, *greatest = -5, SUCCESS; }

/* Where numbers lie in what CUDA 13 calls cudaDeviceProp. */
int cudaGetDeviceProperties(char *p, int device) {
  memset(p, 0, 1008);
  strcpy(p, "Stand-in");
  *(size_t *)(p + 288) = 16L << 30;
  *(size_t *)(p + 296) = 49152;
  *(int *)(p + 304) = 65536;
  *(int *)(p + 308) = 32;
  *(int *)(p + 320) = 1024;
  for (int i = 0; i < 3; i++) *(int *)(p + 324 + 4 * i) = i < 2 ? 1024 : 64, *(int *)(p + 336 + 4 * i) = i ? 65535 : 2147483647;
  *(size_t *)(p + 352) = 65536;
  *(int *)(p + 360) = 9;
  *(size_t *)(p + 368) = 512;
  *(int *)(p + 384) = 132;
  *(int *)(p + 596) = 50 << 20;
  *(int *)(p + 604) = 2048;
  *(size_t *)(p + 624) = 233472;
  *(int *)(p + 632) = 65536;
  *(size_t *)(p + 672) = 232448;
  *(int *)(p + 688) = 32;
  return SUCCESS;
}

int cudaDeviceGetAttribute(int *v, int attribute, int device) {
  switch (attribute) {
    case 1: *v = 1024; break;
    case 8: *v = 49152; break;
    case 10: *v = 32; break;
    case 16: *v = 132; break;
    case 39: *v = 2048; break;
    case 75: *v = 9; break;
    case 76: *v = 0; break;
    case 81: case 97: *v = 232448; break;
    case 106: *v = 32; break;
    default: *v = 1;
  }
  return SUCCESS;
}

int cudaMalloc(void **p, size_t n) {
  unsafeCall("cudaMalloc");
  *p = aligned_alloc(512, (n + 511) / 512 * 512);
  memset(*p, 0, n);
  tell("cudaMalloc", 0);
  return SUCCESS;
}
int cudaFree(void *p) { unsafeCall("cudaFree"); tell("cudaFree", 0); free(p); return SUCCESS; }
int cudaHostAlloc(void **p, size_t n, unsigned flags) {
  unsafeCall("cudaHostAlloc");
  tell("cudaHostAlloc", 0);
  *p = aligned_alloc(512, (n + 511) / 512 * 512);
  return SUCCESS;
}
int cudaMemcpy(void *to, const void *from, size_t n, int kind) {
  unsafeCall("cudaMemcpy");
  tell("cudaMemcpy", 0);
  memcpy(to, from, n);
  return SUCCESS;
}
int cudaMemcpyAsync(void *to, const void *from, size_t n, int kind, Handle stream) {
  onStream(kind == 1 ? "copyToDevice" : kind == 2 ? "copyToHost" : "copyOnDevice", stream);
  if (!capturing()) memcpy(to, from, n);
  return SUCCESS;
}
int cudaMemsetAsync(void *p, int value, size_t n, Handle stream) {
  onStream("cudaMemsetAsync", stream);
  if (!capturing()) memset(p, value, n);
  return SUCCESS;
}

int cudaStreamCreateWithPriority(Handle *s, unsigned flags, int priority) { return *s = (Handle)(streams += 16), SUCCESS; }
int cudaStreamSynchronize(Handle s) { unsafeCall("cudaStreamSynchronize"); tell("cudaStreamSynchronize", s); return SUCCESS; }
int cudaDeviceSynchronize(void) { unsafeCall("cudaDeviceSynchronize"); tell("cudaDeviceSynchronize", 0); return SUCCESS; }
int cudaStreamQuery(Handle s) { unsafeCall("cudaStreamQuery"); return SUCCESS; }
int cudaEventCreateWithFlags(Handle *e, unsigned flags) { return *e = (Handle)(streams += 16), SUCCESS; }
int cudaEventCreate(Handle *e) { return cudaEventCreateWithFlags(e, 0); }
int cudaEventQuery(Handle e) { unsafeCall("cudaEventQuery"); return SUCCESS; }
int cudaEventSynchronize(Handle e) { unsafeCall("cudaEventSynchronize"); tell("cudaEventSynchronize", 0); return SUCCESS; }
int cudaEventRecordWithFlags(Handle e, Handle stream, unsigned flags) { onStream("cudaEventRecord", stream); return SUCCESS; }
int cudaEventRecord(Handle e, Handle stream) { return cudaEventRecordWithFlags(e, stream, 0); }

int cudaThreadExchangeStreamCaptureMode(int *mode) {
  int before = captureMode;
  captureMode = *mode;
  *mode = before;
  return SUCCESS;
}
int cudaStreamBeginCapture(Handle stream, int mode) {
  int error = failing("cudaStreamBeginCapture");
  tell("cudaStreamBeginCapture", stream);
  if (error) return error;
  pthread_mutex_lock(&lock);
  if (capturedStream || !stream) tell("FORBIDDEN", stream);
  capturedStream = stream;
  capturingThread = thread();
  pthread_mutex_unlock(&lock);
  captureMode = mode;
  return SUCCESS;
}
int cudaStreamEndCapture(Handle stream, Handle *graph) {
  if (!capturing() || stream != capturedStream) tell("FORBIDDEN", stream);
  capturedStream = 0;
  tell("cudaStreamEndCapture", stream);
  int error = failing("cudaStreamEndCapture");
  *graph = error ? 0 : (Handle)0x77;
  return error;
}
int cudaStreamIsCapturing(Handle s, int *status) { return *status = capturedStream && s == capturedStream, SUCCESS; }
int cudaStreamGetCaptureInfo(Handle s, int *status, unsigned long long *id, Handle *graph, Handle deps, Handle edges, size_t *n) {
  cudaStreamIsCapturing(s, status);
  if (id) *id = 7;
  return SUCCESS;
}
int cudaGraphInstantiateWithFlags(Handle *e, Handle graph, unsigned long long flags) {
  tell("cudaGraphInstantiateWithFlags", 0);
  *e = (Handle)0x99;
  return failing("cudaGraphInstantiateWithFlags");
}
int cudaGraphDestroy(Handle g) { tell("cudaGraphDestroy", 0); return SUCCESS; }
int cudaGraphExecDestroy(Handle e) { tell("cudaGraphExecDestroy", 0); return SUCCESS; }
int cudaGraphLaunch(Handle e, Handle stream) {
  if (capturedStream == stream) tell("FORBIDDEN", stream);
  tell("cudaGraphLaunch", stream);
  return SUCCESS;
}

/* How compiled kernels are found and launched: a call with <<< >>> leaves its arguments here for the stub it calls. */
static __thread struct { Dim grid, block; size_t shared; Handle stream; } pushed;
static Handle fatBinary[4];
Handle *__cudaRegisterFatBinary(void *binary) { return fatBinary; }
unsigned __cudaPushCallConfiguration(Dim grid, Dim block, size_t shared, Handle stream) {
  pushed.grid = grid, pushed.block = block, pushed.shared = shared, pushed.stream = stream;
  return SUCCESS;
}
int __cudaPopCallConfiguration(Dim *grid, Dim *block, size_t *shared, Handle *stream) {
  *grid = pushed.grid, *block = pushed.block, *shared = pushed.shared, *stream = pushed.stream;
  return SUCCESS;
}
int __cudaGetKernel(Handle *kernel, const void *function) { return *kernel = (Handle)function, SUCCESS; }
int __cudaLaunchKernel(Handle kernel, Dim grid, Dim block, void **args, size_t shared, Handle stream) {
  onStream("launch", stream);
  return SUCCESS;
}
int cudaLaunchKernel(const void *f, Dim grid, Dim block, void **args, size_t shared, Handle stream) {
  return __cudaLaunchKernel(0, grid, block, args, shared, stream);
}
int cudaLaunchKernelExC(const char *config, const void *f, void **args) {
  onStream("launch", *(Handle *)(config + 32));
  return SUCCESS;
}
int cudaOccupancyMaxActiveBlocksPerMultiprocessorWithFlags(int *n, const void *f, int block, size_t shared, unsigned flags) {
  return *n = 2, SUCCESS;
}
int cudaFuncGetAttributes(char *a, const void *f) {
  memset(a, 0, 144);
  *(int *)(a + 24) = 1024, *(int *)(a + 28) = 32, *(int *)(a + 32) = 90, *(int *)(a + 36) = 90;
  return SUCCESS;
}

static int driverFunction(void) { return SUCCESS; }
static int contextState(int device, unsigned *flags, int *active) { return *flags = 0, *active = 1, SUCCESS; }
int cudaGetDriverEntryPointByVersion(const char *name, void **f, unsigned version, unsigned long long flags, int *found) {
  *f = strcmp(name, "cuDevicePrimaryCtxGetState") ? (void *)driverFunction : (void *)contextState;
  if (found) *found = 0;
  return SUCCESS;
}
int cudaGetDriverEntryPoint(const char *name, void **f, unsigned long long flags, int *found) {
  return cudaGetDriverEntryPointByVersion(name, f, 0, flags, found);
}

size_t cudnnGetVersion(void) { return 91900; }
int cublasCreate_v2(Handle *h) { return *h = (Handle)0x55, SUCCESS; }
int cublasGetMathMode(Handle h, int *mode) { return *mode = 0, SUCCESS; }
int cublasGetPointerMode_v2(Handle h, int *mode) { return *mode = 0, SUCCESS; }
int cublasLtMatmulAlgoGetHeuristic(Handle h, Handle o, Handle a, Handle b, Handle c, Handle d, Handle p, int asked, char *results, int *n) {
  memset(results, 0, 128);
  return *n = 1, SUCCESS;
}
