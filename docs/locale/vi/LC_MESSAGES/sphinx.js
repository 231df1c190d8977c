// What the search says, in Vietnamese: Sphinx has no words of its own for it.
Documentation.addTranslations({
  "locale": "vi",
  "messages": {
    "Search Results": "Kết quả tìm kiếm",
    "Searching": "Đang tìm",
    "Preparing search...": "Đang chuẩn bị…",
    ", in ": ", thuộc ",
    "Hide Search Matches": "Bỏ đánh dấu từ tìm được",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Không tìm thấy trang nào. Hãy kiểm tra chính tả và dấu của từ cần tìm.",
    "Search finished, found one page matching the search query.": [
      "Tìm thấy ${resultCount} trang có từ cần tìm."
    ]
  },
  "plural_expr": "0"
});
