/* Forced into the SQLite binding when it is built for an Electron with Node-API 9.

   The binding keeps references to strings, which Node-API 9 allows only to modules that ask for its
   experimental version. There, objects are finalised during garbage collection, so node-addon-api
   must know the function that postpones what may not happen then. It exists in that runtime, but
   the published headers leave experimental declarations out. */
#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    node_api_basic_env env, napi_finalize finalize, void* data, void* hint);
