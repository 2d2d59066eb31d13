import Testing

@testable import Shudu

/// Invented torn pages, and the joints that a reader makes.
@Suite struct JoinTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Four characters on either side of each joint.
    var joints: [String]
    var testDescription: String { name }
  }

  @Test(arguments: joined)
  func joins(_ example: Case) {
    let breaker = WordBreaker()
    let view = PageView(example.text, breaker: breaker)
    #expect(Set(view.joints) == Set(example.joints))
  }

  @Test(arguments: apart)
  func keepsApart(_ example: Case) {
    let breaker = WordBreaker()
    #expect(PageView(example.text, breaker: breaker).joints.isEmpty)
  }

  static let joined: [Case] = [
    Case(
      name: "the next paragraph goes on",
      text: """
        槐荫镇的梯田今年换了主人。二十多户把地租给合作社,自己进厂上班。
        合作社理事长说,镇里把零散的地块连成片,机器下得去,人就省了力,一亩地的成
        本比去年少了三百元。
        下个月,第一批订单就要发往南方。
        """,
      joints: ["亩地的成|本比去年"]),
    Case(
      name: "caption and credit between",
      text: """
        老码头改造后,岸线还给了市民,傍晚来散步的人一天比一天多,周边的小店也重新开
        市民在老码头散步。
        本报记者 罗帆 摄
        门营业,有的还添了夜宵。
        夜里十点,灯还亮着。
        """,
      joints: ["也重新开|门营业,"]),
    Case(
      name: "another article's heading and text between",
      text: """
        # 果园装上“千里眼”
        本报讯(记者 罗帆)坐在家里看果园,是石梁村果农的新鲜事。村里装了六十个摄像头,手机一点,哪棵树缺水一目了
        # 旧粮仓变身书房
        本报讯(记者 高岚)存了半个世纪粮食的老仓库,昨天迎来第一批读者。馆里有两万册书,全部免费借阅。
        然,浇水施肥不用再满山跑。
        设计师保留了木梁和气窗,读者坐在窗边就能看见麦田。
        """,
      joints: ["水一目了|然,浇水"]),
    Case(
      name: "a bracketed signature leaves nothing open",
      text: """
        # 老码头添新景
        老码头改造后,岸线还给了市民,傍晚来散步的人一天比一天多,周边的小店也重新开
        # 微评
        岸线是大家的。把岸线还回去,只是第一步;让人愿意来、留得下,才算真本事。(罗帆)
        门营业,有的还添了夜宵。
        夜里十点,灯还亮着。
        """,
      joints: ["也重新开|门营业,"]),
    Case(
      name: "two flows that alternate",
      text: """
        # 渔港里的“加油站”
        本报记者 罗帆
        天刚亮,加冰船就靠了岸。今年前九个月,全港的渔业产值达到
        # 海岛上的“托老所”
        本报讯(记者 高岚)岛上最年长的老人今年一百零二岁。托老所开张以来,已经接收老人
        4.12亿元,比去年同期多了一成。船老大们最关心的是油价。
        36位,还有二十多位在排队。所长是从城里回来的大学生。
        """,
      joints: ["产值达到|4.12", "接收老人|36位,"]),
    Case(
      name: "a number torn in the middle",
      text: """
        水库除险加固以后,下游的灌区恢复了自流灌溉,全镇受益的农田一共有3
        8万亩,亩均增收两百元。
        老人们说,水来了,心就定了。
        """,
      joints: ["一共有3|8万亩,"]),
    Case(
      name: "a quotation torn before its end",
      text: """
        “我们不愁卖,愁的是人手不够,采茶的季节一到,连城里的亲戚都叫回来帮
        忙。”茶农老蒋笑着说。
        他家的茶山有八十亩,分成三块。
        """,
      joints: ["叫回来帮|忙。”茶"]),
    Case(
      name: "a heading in two lines",
      text: """
        让老街重新亮起来的
        七个年轻人
        本报记者 罗帆
        老街的灯,是一盏一盏亮起来的。
        """,
      joints: ["亮起来的|七个年轻"]),
    Case(
      name: "a short torn line that looks like a heading",
      text: """
        石梁村的果农老蒋今年收成不错,他说多亏了村里的技术员。
        近年来,该县大力发展林下经
        济,种菌子,养蜜蜂,一年收入过亿元。
        村里的路也修好了,卡车能开到地头。
        """,
      joints: ["展林下经|济,种菌"]),
    Case(
      name: "the end printed twice where it was torn",
      text: """
        新馆按照绿色建筑的标准设计,雨水收进地下的水池,屋顶装了光伏板,一年可以发电。
        馆前的广场下个月开放。
        以发电。据测算,这些电够馆里用上两个季节。
        """,
      joints: ["以发电。|以发电。"]),
    Case(
      name: "the opening displaced before the end",
      text: """
        # 山里来了“直播间”
        ► 罗帆
        装满了回村的行囊。
        ## 从摆摊到上网
        去年秋天,几个返乡的年轻人在晒谷场上支起了手机。他们卖笋干,卖蜂蜜,卖竹编。
        一年下来,村里的包裹从每天几十件涨到上千件,镇上专门添了一趟货车,年轻人的干劲
        """,
      joints: ["人的干劲|装满了回"]),
    Case(
      name: "lines broken at a fixed width",
      text: """
        沿着新修的环湖步道走一圈正好十公里,清早有人跑
        步,傍晚有人遛弯,周末还有外地的骑行队专程赶来
        打卡。步道旁的驿站里备着热水和药箱,志愿者轮流
        值守,一年到头没有歇过一天。
        """,
      joints: ["早有人跑|步,傍晚", "专程赶来|打卡。步", "愿者轮流|值守,一"]),
  ]

  static let apart: [Case] = [
    Case(
      name: "paragraphs that end as they should",
      text: """
        渡口还在,船却换成了电动的。船工老宋说,开了三十年船,头一回不闻柴油味。
        对岸的早市六点开张,鱼是刚从网里捞上来的。
        “再过两年桥就通了。”老宋望着江面。
        """, joints: []),
    Case(
      name: "a sidebar's items without stops",
      text: """
        数读>>>
        全年开行渡轮**1.8**万班,运送旅客**260**万人次,同比增长**7%**
        新增电动渡轮**12**艘,每艘可载客**150**人,单次充电可往返**20**趟
        沿江改造码头**9**座,建成候船厅**4**个,惠及两岸居民**30**万人
        渡口还在,船却换成了电动的。船工老宋说,头一回不闻柴油味。
        """, joints: []),
    Case(
      name: "two items of a sidebar",
      text: """
        渡口还在,船却换成了电动的。船工老宋说,头一回不闻柴油味。
        今日账本
        全年开行渡轮**1.8**万班,运送旅客**260**万人次,同比增长**7%**
        新增电动渡轮**12**艘,每艘可载客**150**人,单次充电可往返**20**趟
        """, joints: []),
    Case(
      name: "two common characters said again",
      text: """
        今年以来,全港吞吐量逐月回升,冷链货物增长得最快,比去年同期多出一成以上。
        对岸的早市六点开张,鱼是刚从网里捞上来的。
        以上。老宋说,这些数是码头自己记的,做不得假。
        """, joints: []),
    Case(
      name: "an ending without its stop before a dateline",
      text: """
        渡口还在,船却换成了电动的,船工老宋开了三十年船,头一回不闻柴油味
        本报讯(记者 高岚)岛上的托老所昨天开张,第一天就住满了老人。
        """, joints: []),
    Case(
      name: "an ending without its stop before a usual beginning",
      text: """
        渡口还在,船却换成了电动的,船工老宋开了三十年船,头一回不闻柴油味
        据了解,今年年底前,沿江九座码头都要换上电动船,票价保持不变。
        去年,这里运送旅客两百多万人次。
        """, joints: []),
    Case(
      name: "headings one after the other",
      text: """
        电动渡轮驶入寻常渡口
        老船工换上新行头
        本报记者 罗帆
        渡口还在,船却换成了电动的。
        一江两岸更近了
        对岸的早市六点开张,鱼是刚从网里捞上来的。
        """, joints: []),
    Case(
      name: "a colon before a list",
      text: """
        渡口改造以后,变化看得见,摸得着,主要有下面几样:
        - 船换成了电动的
        - 候船厅装了空调
        票价没有变。
        """, joints: []),
    Case(
      name: "a heading before text that could follow it",
      text: """
        渡口还在,船却换成了电动的。
        让两岸居民少跑路
        对岸的早市六点开张,鱼是刚从网里捞上来的。
        """, joints: []),
    Case(
      name: "a quotation with its speaker after a dash",
      text: """
        “船还是那条江上的船,人还是那些人,只是心里更踏实了。”——老船工 宋水生
        对岸的早市六点开张,鱼是刚从网里捞上来的。
        """, joints: []),
    Case(
      name: "a whole sentence said twice",
      text: """
        渡口还在,船却换成了电动的。老宋很高兴。
        老宋很高兴。他说,开了三十年船,头一回不闻柴油味。
        """, joints: []),
    Case(
      name: "table cells and list items",
      text: """
        - 全年开行渡轮一万八千班,运送旅客两百六十万人次,同比增长百分之七,
        - 的确,新增电动渡轮十二艘。
        渡口还在,船却换成了电动的。
        """, joints: []),
  ]
}
