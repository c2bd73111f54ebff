"""The words that made-up explainers are written in, and how a script joins them into names and sentences."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

_ENGLISH = """the of and to a in for on that with as by at from it was were is be said has had
council ministry report inquiry budget contract tender audit evidence witness hearing committee
parliament court judge lawyer company director manager board shareholder investor bank loan
transfer account invoice payment email letter memo document record archive leak source reporter
newspaper article interview statement denial claim allegation charge verdict appeal ruling
sentence law bill amendment vote coalition opposition party member leader chair deputy office
adviser spokesperson official agency regulator commission authority police prosecutor search
arrest warrant investigation finding conclusion recommendation reform policy programme project
building road bridge hospital school station port airport plant factory site land permit zoning
region city town village district border country union treaty summit meeting call agreement deal
offer price cost estimate overrun delay deadline schedule plan phase stage start finish opening
closure strike protest march petition campaign election result turnout margin recount security
system software data server network breach attack failure outage repair upgrade test trial
vaccine patient doctor nurse union worker wage pension contract supplier delivery order stock
shortage reserve export import tariff quota subsidy grant fund tax duty fee fine penalty
settlement compensation insurance risk warning notice letter review response reply question
answer silence promise pledge resignation appointment dismissal suspension return later earlier
after before during while although because however meanwhile according new old first second
third last next former current public private local national federal regional independent
internal external secret official final early late large small central main key several many
few most some other another same different important serious clear possible likely"""
_ARABIC = """من في على إلى عن مع هذا هذه التي الذي كان كانت قال قالت بعد قبل خلال بين حول ضد لكن أيضا
المجلس الوزارة التقرير التحقيق الميزانية العقد المناقصة التدقيق الدليل الشاهد الجلسة اللجنة
البرلمان المحكمة القاضي المحامي الشركة المدير الرئيس المساهم البنك القرض التحويل الحساب الفاتورة
الرسالة الوثيقة السجل الأرشيف التسريب المصدر الصحيفة المقال المقابلة البيان الادعاء التهمة الحكم
القانون التعديل التصويت الائتلاف المعارضة الحزب العضو الزعيم النائب المكتب المستشار الوكالة الشرطة
المشروع الطريق الجسر المستشفى المدرسة المحطة الميناء المطار المصنع الموقع الأرض التصريح المدينة
القرية المنطقة الحدود البلاد الاتحاد المعاهدة القمة الاجتماع الاتفاق السعر التكلفة التأخير الموعد
الإضراب الاحتجاج المسيرة العريضة الحملة الانتخابات النتيجة الأمن النظام البيانات الشبكة الهجوم
العطل الإصلاح الاختبار اللقاح المريض الطبيب العامل الأجر التقاعد المورد النقص التصدير الاستيراد
الضريبة الرسوم الغرامة التسوية التعويض التأمين الخطر التحذير الإشعار الرد السؤال الجواب الوعد
جديد قديم عام خاص محلي وطني مستقل داخلي خارجي سري نهائي كبير صغير مركزي رئيسي مهم واضح محتمل"""
_CHINESE = """的 在 和 与 对 从 被 把 已经 但是 因为 虽然 然而 同时 根据 之后 之前 期间
议会 部门 报告 调查 预算 合同 招标 审计 证据 证人 听证 委员会 法院 法官 律师 公司 董事 经理 股东 银行 贷款
转账 账户 发票 付款 邮件 信件 文件 记录 档案 泄露 来源 记者 报纸 文章 采访 声明 否认 指控 判决 上诉 裁定
法律 法案 修正 投票 联盟 反对 政党 成员 领导 主席 办公室 顾问 发言人 官员 机构 监管 当局 警察 检察官 搜查
逮捕 结论 建议 改革 政策 项目 建筑 道路 桥梁 医院 学校 车站 港口 机场 工厂 土地 许可 地区 城市 村庄 边境
国家 条约 峰会 会议 协议 价格 成本 延误 期限 计划 阶段 开幕 关闭 罢工 抗议 游行 请愿 选举 结果 安全 系统
软件 数据 网络 攻击 故障 维修 测试 疫苗 病人 医生 护士 工人 工资 养老金 供应 订单 短缺 储备 出口 进口 关税
补贴 基金 税收 罚款 和解 赔偿 保险 风险 警告 通知 审查 回应 问题 答案 承诺 辞职 任命 新 旧 公共 私人 地方"""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language. A name is a word of `first` and some of `middle`, with one of `last` behind them.

    `passage` is what the source says, with two numbers; `title` names an event, with an occasion, a topic and a number.
    """

    language: str
    words: Sequence[str]
    space: str
    stop: str
    first: Sequence[str]
    middle: Sequence[str]
    last: Sequence[str]
    roles: Sequence[str]
    occasions: Sequence[str]
    topics: Sequence[str]
    passage: str
    title: str

    def chosen(self, choose: random.Random, least: int, most: int) -> list[str]:
        """Return so many words."""
        return choose.choices(self.words, k=choose.randint(least, most))

    def joined(self, words: Sequence[str]) -> str:
        """Return words as they begin a sentence or a heading."""
        text = self.space.join(words)
        return text[:1].upper() + text[1:]

    def sentence(self, choose: random.Random, least: int, most: int) -> str:
        return self.joined(self.chosen(choose, least, most)) + self.stop

    def name(self, choose: random.Random) -> str:
        family = "".join(choose.choices(self.middle, k=choose.randint(2, 3))) + choose.choice(self.last)
        return f"{choose.choice(self.first)}{self.space}{family.capitalize()}"


def _parted(words: str) -> tuple[str, ...]:
    return tuple(words.split())


VOCABULARIES = {
    "latin": Vocabulary(
        language="en",
        words=_parted(_ENGLISH),
        space=" ",
        stop=".",
        first=_parted(
            "Ada Bram Carla Dario Elif Femke Goran Hana Igor Jana Karel Lena Marta Niels Olga Pavel Quinn Rosa Sven "
            "Tessa Umar Vera Wim Xenia Yusuf Zora"
        ),
        middle=_parted("ba bo da de do ka ke ko la le lo ma mo na no pa po ra ro sa so ta to va vo wa za"),
        last=_parted("rsen lini ková vić mann berg stra dotter ski nen ley ton ez eau"),
        roles=_parted("minister journalist witness director judge prosecutor adviser regulator engineer banker"),
        occasions=_parted("Hearing Raid Vote Leak Verdict Summit Audit Resignation Tender Protest Ruling Outage"),
        topics=_parted("budget bridge pension hospital data port tariff election vaccine land"),
        passage="passage {} says thing {}",
        title="{} on the {} {} no. {}",
    ),
    "arabic": Vocabulary(
        language="ar",
        words=_parted(_ARABIC),
        space=" ",
        stop=".",
        first=_parted("أحمد محمد علي حسن سعيد خالد عمر يوسف مريم فاطمة ليلى نور سلمى هدى كريم سامي"),
        middle=_parted("با دا را زا سا شا طا عا فا قا كا لا ما نا ها وا يا بو دو رو سو مو نو"),
        last=_parted("ني وي دي ري سي لي مان ران شي زي"),
        roles=_parted("وزير صحفي شاهد مدير قاض مدع مستشار مهندس مصرفي"),
        occasions=_parted("جلسة مداهمة تصويت تسريب حكم قمة تدقيق استقالة مناقصة احتجاج"),
        topics=_parted("الميزانية الجسر التقاعد المستشفى البيانات الميناء الانتخابات اللقاح الأرض"),
        passage="الفقرة {} تقول الشيء {}",
        title="{} حول {} {} رقم {}",
    ),
    "chinese": Vocabulary(
        language="zh",
        words=_parted(_CHINESE),
        space="",
        stop="。",
        first=tuple("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"),
        middle=tuple("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"),
        last=tuple("英华文辉建国玉兰海峰宁波"),
        roles=_parted("部长 记者 证人 董事 法官 检察官 顾问 工程师 银行家"),
        occasions=_parted("听证 搜查 投票 泄露 判决 峰会 审计 辞职 招标 抗议"),
        topics=_parted("预算 桥梁 养老金 医院 数据 港口 关税 选举 疫苗 土地"),
        passage="段落{}说明事情{}",
        title="{}关于{}{}第{}号",
    ),
}
