// Company cues: what says that a word is a company's name.
#include "match/company_cue.h"

#include "catch.h"

using namespace tipoff;

namespace {

/// Of the word that stands between asterisks.
struct Marked {
  std::string text;
  TokenSpan span;

  explicit Marked(std::string_view marked) {
    const std::size_t open = marked.find('*');
    const std::size_t close = marked.find('*', open + 1);
    const std::string before(marked.substr(0, open));
    const std::string name(marked.substr(open + 1, close - open - 1));
    text = before + name + std::string(marked.substr(close + 1));
    span.begin = tokens_of(before).size();
    span.end = tokens_of(before + name).size();
  }
};

Cue latin(std::string_view marked) {
  const Marked m(marked);
  return latin_cue(FieldReading(Field::body, m.text), m.span);
}

Cue chinese(std::string_view marked) {
  const Marked m(marked);
  return chinese_cue(FieldReading(Field::body, m.text), m.span);
}

}  // namespace

TEST_CASE("Some words beside a name make sure that it is a company's", "[match]") {
  for (const char* text : {"Shares of *Target* rose", "the retailer *Target* rose",
                           "*Target* (NASDAQ: TRQX) rose", "*Target* appoints a new head",
                           "*Target*, a maker of mills, rose", "the *Target* (600000.SH) rose",
                           "He left *Target*'s board", "The *Target*-Altmoor merger"}) {
    CAPTURE(text);
    CHECK(latin(text) == Cue::strong);
  }
}

TEST_CASE("A verb is a weak cue, and needs another in the sentence", "[match]") {
  CHECK(latin("On Monday *Target* said that profit rose") == Cue::weak);
  CHECK(latin("On Monday *Target* said that it rained") == Cue::none);
  CHECK(latin("On Monday *Target* said that it rained. Profit rose.") == Cue::none);
}

TEST_CASE("An article before a word takes its cues away", "[match]") {
  CHECK(latin("It missed the *Target* shares were given") == Cue::none);
}

TEST_CASE("A day of the week is no company, whatever stands beside it", "[match]") {
  CHECK(latin("The results from *Sunday*'s vote were late") == Cue::none);
}

TEST_CASE("In capitals only a ticker or an apposition says something", "[match]") {
  CHECK(latin("BANK *TARGET* SHARES ROSE TODAY") == Cue::none);
  CHECK(latin("RETAILER *TARGET* (NYSE: TRQ) ROSE TODAY") == Cue::strong);
}

TEST_CASE("A legal form follows a name in several ways", "[match]") {
  const auto length = [](std::string_view marked) {
    const Marked m(marked);
    return legal_form_after(FieldReading(Field::body, m.text), m.span.end);
  };
  CHECK(length("*Altmoor* Inc. rose") == 1);
  CHECK(length("*Altmoor*, Inc. rose") == 1);
  CHECK(length("*Altmoor* Co., Ltd. rose") == 2);
  CHECK(length("*樾宸科技*股份有限公司发布") == 6);
  CHECK(length("*Altmoor* as a company") == 0);
  CHECK(length("*Altmoor* rose. Inc") == 0);
  CHECK(length("*Altmoor* CIA director") == 0);
  CHECK(length("*Altmoor* Cia rose") == 1);
}

TEST_CASE("A capitalised extension makes another company's name", "[match]") {
  const auto longer = [](std::string_view marked) {
    const Marked m(marked);
    return goes_on_to_longer_name(FieldReading(Field::body, m.text), m.span);
  };
  CHECK(longer("*Altmoor* Energy rose"));
  CHECK(longer("*Altmoor* Cars rose"));
  CHECK(longer("*Altmoor*, Larkin and Co rose"));
  CHECK_FALSE(longer("*Altmoor*, Larkin and Moss rose"));
  CHECK_FALSE(longer("*Altmoor* energy costs rose"));
  CHECK_FALSE(longer("*Altmoor*'s Energy unit rose"));
  CHECK(longer("*樾宸*证券发布"));
  CHECK_FALSE(longer("*樾宸*发布"));
}

TEST_CASE("A symbol stands in brackets or after a dollar sign, in capitals", "[match]") {
  const auto ticker = [](std::string_view marked) {
    const Marked m(marked);
    return stands_as_ticker(FieldReading(Field::body, m.text), m.span);
  };
  CHECK(ticker("Altmoor (NYSE: *ALTM*) rose"));
  CHECK(ticker("Altmoor <*ALTM*> rose"));
  CHECK(ticker("$*ALTM* rose"));
  CHECK(ticker("樾宸（*600000*.SH）发布"));
  CHECK(ticker("*600000*.SH 发布"));
  CHECK_FALSE(ticker("Altmoor <ALTM.*TO*> rose"));
  CHECK_FALSE(ticker("the *ALTM* rose"));
  CHECK_FALSE(ticker("Altmoor (in *altm* form) rose"));
  CHECK_FALSE(ticker("(Altmoor) *ALTM* rose"));
}

TEST_CASE("A symbol needs no brackets behind its exchange", "[match]") {
  const auto ticker = [](std::string_view marked) {
    const Marked m(marked);
    return stands_as_ticker(FieldReading(Field::body, m.text), m.span);
  };
  CHECK(ticker("Altmoor, NYSE: *ALTM*, rose"));
  CHECK(ticker("Altmoor, Nasdaq: *ALTM*, rose"));
  CHECK(ticker("樾宸（*SH600000*）发布"));
  CHECK(ticker("樾宸【*600000*】发布"));
  CHECK_FALSE(ticker("the agenda set: *ALTM* rose"));
}

TEST_CASE("A short number is a symbol only beside its exchange", "[match]") {
  const auto ticker = [](std::string_view marked) {
    const Marked m(marked);
    return stands_as_ticker(FieldReading(Field::body, m.text), m.span);
  };
  CHECK(ticker("Altmoor (*0799*.HK) rose"));
  CHECK(ticker("Altmoor (HKEX: *799*) rose"));
  CHECK(ticker("樾宸（*00799*）发布"));
  CHECK_FALSE(ticker("Altmoor (*799*) rose"));
  CHECK_FALSE(ticker("Altmoor (*2025*) rose"));
}

TEST_CASE("What companies do is a cue where a name begins a headline", "[match]") {
  CHECK(latin("*Target* names Ada Moss chief executive") == Cue::weak);
  CHECK(latin("*Target* to cut jobs") == Cue::weak);
  CHECK(latin("*Target* shares fall") == Cue::weak);
  CHECK(latin("*Target* Names Ada Moss Chief Executive") == Cue::strong);
  CHECK(latin("*Target* for the year was missed") == Cue::none);
}

TEST_CASE("A symbol with its exchange needs no name beside it", "[match]") {
  const auto sure = [](std::string_view marked) {
    const Marked m(marked);
    return names_its_exchange(FieldReading(Field::body, m.text), m.span);
  };
  CHECK(sure("A miller (NYSE: *ALTM*) rose"));
  CHECK(sure("$*ALTM* rose"));
  CHECK(sure("樾宸（*600000*.SH）发布"));
  CHECK_FALSE(sure("Altmoor <*ALTM*> rose"));
  CHECK_FALSE(sure("Altmoor (*ALTM*) rose"));
}

TEST_CASE("Characters around a Chinese name tell whether it ends there", "[match]") {
  CHECK(chinese("*平安*集团发布公告") == Cue::strong);
  CHECK(chinese("零售企业*平安*获奖") == Cue::strong);
  CHECK(chinese("今天*平安*夜") == Cue::none);
  CHECK(chinese("由此*联想*到") == Cue::none);
  CHECK(chinese("与*樾宸*签署合同") == Cue::weak);
}
