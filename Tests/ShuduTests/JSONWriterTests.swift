import Testing

@testable import Shudu

@Suite struct JSONWriterTests {
  @Test func writesNestedValues() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.integer(-1)
    writer.number(0.97)
    writer.null()
    writer.bool(true)
    writer.endArray()
    writer.key("b")
    writer.string("高新区")
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == #"{"a":[-1,0.97,null,true],"b":"高新区"}"#)
  }

  @Test(arguments: [
    ("\u{0}\u{1F}", #""\u0000\u001f""#), ("\"\\", #""\"\\""#), ("a\nb\t", #""a\nb\t""#),
    ("\u{2028}x\u{2029}", #""\u2028x\u2029""#), ("—“”…", "\"—“”…\""), ("\u{7F}", #""\u007f""#),
  ])
  func escapes(value: String, expected: String) {
    var writer = JSONWriter()
    writer.string(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
