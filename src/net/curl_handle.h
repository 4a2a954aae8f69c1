// Owners of libcurl's handles: what curl_*_init gave, curl_*_cleanup gets back.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <new>

namespace tipoff {

template <auto Free>
struct FreeWith {
  template <class T>
  void operator()(T* handle) const {
    Free(handle);
  }
};

using CurlEasy = std::unique_ptr<CURL, FreeWith<curl_easy_cleanup>>;
using CurlMulti = std::unique_ptr<CURLM, FreeWith<curl_multi_cleanup>>;
using CurlList = std::unique_ptr<curl_slist, FreeWith<curl_slist_free_all>>;
using CurlUrl = std::unique_ptr<CURLU, FreeWith<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, FreeWith<curl_free>>;

/// libcurl says "out of memory" with a null pointer; so do we, in C++'s words.
template <class Owner>
Owner owned(typename Owner::pointer handle) {
  if (handle == nullptr) throw std::bad_alloc();
  return Owner(handle);
}

/// Prepares libcurl once per process, before any thread uses it: call it in the constructor of
/// whatever owns handles.
inline void prepare_curl() {
  static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (prepared != CURLE_OK) throw std::bad_alloc();
}

inline void append(CurlList& list, const char* line) {
  curl_slist* longer = curl_slist_append(list.get(), line);
  if (longer == nullptr) throw std::bad_alloc();
  if (list == nullptr) list.reset(longer);  // libcurl appends in place: the head stays
}

}  // namespace tipoff
