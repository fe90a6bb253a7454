<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tawasul::ActionRow</name>
    <message>
        <source>More acts</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>On the button of a note</extracomment>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>tawasul::AgeChart</name>
    <message>
        <source>Age of open requests</source>
        <translation>أعمار الطلبات المفتوحة</translation>
    </message>
    <message>
        <source>Working days since submission – %1: %2</source>
        <extracomment>%1 such as 3 to 5, %2 such as 12 requests</extracomment>
        <translation>أيام العمل منذ تقديم الطلب – %1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::AgeWords</name>
    <message>
        <source>The data is still being fetched, so the numbers may be smaller than they are.</source>
        <translation>لا تزال البيانات قيد الجلب، وقد تكون الأعداد أقل من الواقع.</translation>
    </message>
    <message>
        <source>Leaves and accounts of the officers are not known on this device yet.</source>
        <translation>إجازات الموظفين وحساباتهم غير معروفة على هذا الجهاز بعد.</translation>
    </message>
</context>
<context>
    <name>tawasul::AlertWords</name>
    <message>
        <source>“%1” was recorded here, but the request changed at the central system meanwhile. Nothing is lost; a choice is needed.</source>
        <translation>سُجّل إجراء «%1» على هذا الجهاز، وتغيّر الطلب في النظام المركزي قبل إرساله. العمل محفوظ، وهو بانتظار معالجة التعارض.</translation>
    </message>
    <message>
        <source>Resolve the conflict</source>
        <translation>معالجة التعارض</translation>
    </message>
    <message>
        <source>Resolve the refusal</source>
        <translation>معالجة الرفض</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>“%1” is recorded on this device and waiting to be sent.</source>
        <translation>سُجّل إجراء «%1» على هذا الجهاز، وهو بانتظار الإرسال.</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) are recorded on this device and waiting to be sent.</source>
        <translation>
            <numerusform>لا توجد إجراءات بانتظار الإرسال.</numerusform>
            <numerusform>سُجّل إجراء واحد على هذا الجهاز، وهو بانتظار الإرسال.</numerusform>
            <numerusform>سُجّل إجراءان على هذا الجهاز، وهما بانتظار الإرسال.</numerusform>
            <numerusform>سُجّلت %n إجراءات على هذا الجهاز، وهي بانتظار الإرسال.</numerusform>
            <numerusform>سُجّل %n إجراءً على هذا الجهاز، وهي بانتظار الإرسال.</numerusform>
            <numerusform>سُجّل %n إجراء على هذا الجهاز، وهي بانتظار الإرسال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>The service deadline ended on %1.</source>
        <translation>انتهت مهلة الخدمة في %1.</translation>
    </message>
    <message>
        <source>The statutory deadline ended on %1.</source>
        <translation>انتهت المهلة النظامية في %1.</translation>
    </message>
    <message>
        <source>%1 Last act: %2, %3.</source>
        <translation>%1 آخر إجراء: %2، %3.</translation>
    </message>
    <message>
        <source>Checked by the central system on %1.</source>
        <translation>تحقق منه النظام المركزي في %1.</translation>
    </message>
    <message>
        <source>The subject is not linked to the applicant&apos;s account. %1</source>
        <translation>صاحب العلاقة غير مرتبط بحساب مقدم الطلب. %1</translation>
    </message>
    <message>
        <source>Return for this reason</source>
        <translation>إعادة لهذا السبب</translation>
    </message>
    <message>
        <source>This status is newer than the program. The request can be read; acts are possible after an update.</source>
        <translation>هذه الحالة أحدث من إصدار البرنامج. يمكن الاطلاع على الطلب، وتتاح الإجراءات بعد التحديث.</translation>
    </message>
    <message>
        <source>An unfinished draft is kept: %1.</source>
        <translation>توجد مسودة محفوظة لم تكتمل: %1.</translation>
    </message>
    <message>
        <source>Continue the draft</source>
        <translation>متابعة المسودة</translation>
    </message>
    <message>
        <source>%1 Sending did not succeed yet; it is tried again by itself.</source>
        <translation>%1 تعذّر الإرسال حتى الآن، وتُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>“%1” was not accepted by the central system: %2. It is kept on this device with all that was written.</source>
        <translation>لم يقبل النظام المركزي «%1»: %2. وهو محفوظ على هذا الجهاز بكل ما كُتب فيه.</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <comment>a sentence, and what to quote</comment>
        <translation>%1 (الرمز %2)</translation>
    </message>
    <message>
        <source>“%1” is not possible without the earlier act it was based on, and was not sent. It is kept on this device with all that was written.</source>
        <translation>لم يعد «%1» ممكنًا دون الإجراء السابق الذي بُني عليه، ولم يُرسل. وهو محفوظ على هذا الجهاز بكل ما كُتب فيه.</translation>
    </message>
    <message>
        <source>The record of an act on this request is damaged on this device, so it cannot be sent.</source>
        <translation>سجل إجراء على هذا الطلب تالف على هذا الجهاز، فلا يمكن إرساله.</translation>
    </message>
    <message>
        <source>See what can be done</source>
        <translation>عرض المتاح</translation>
    </message>
</context>
<context>
    <name>tawasul::AssignSheet</name>
    <message>
        <source>By rule</source>
        <translation>بقاعدة</translation>
    </message>
    <message>
        <source>Carry out the assignment</source>
        <translation>تنفيذ الإسناد</translation>
    </message>
    <message>
        <source>Retry those that failed</source>
        <translation>إعادة محاولة المتعذّر</translation>
    </message>
    <message>
        <source>Withdraw the order</source>
        <translation>سحب الأمر</translation>
    </message>
    <message>
        <source>Close (%1)</source>
        <translation>إغلاق (%1)</translation>
    </message>
    <message>
        <source>Reason for the history (optional)</source>
        <translation>سبب الإسناد لسجل الحركة (اختياري)</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>الإسناد إلى</translation>
    </message>
    <message>
        <source>Reassignment</source>
        <translation>إعادة إسناد</translation>
    </message>
    <message numerus="yes">
        <source>%n selected request(s)</source>
        <translation>
            <numerusform>لا طلبات محددة</numerusform>
            <numerusform>طلب واحد محدد</numerusform>
            <numerusform>طلبان محددان</numerusform>
            <numerusform>%n طلبات محددة</numerusform>
            <numerusform>%n طلبًا محددًا</numerusform>
            <numerusform>%n طلب محدد</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose whose requests they are and to whom they go. What would come of it is shown here before anything happens.</source>
        <translation>يلزم تحديد صاحب الطلبات الحالي ومن تُسند إليه. يظهر هنا ما سيحدث قبل تنفيذ أي شيء.</translation>
    </message>
    <message>
        <source>Choose to whom the requests go. What would come of it is shown here before anything happens.</source>
        <translation>يلزم تحديد من تُسند إليه الطلبات. يظهر هنا ما سيحدث قبل تنفيذ أي شيء.</translation>
    </message>
    <message>
        <source>What would come of it is being worked out…</source>
        <translation>يجري حساب ما سيحدث…</translation>
    </message>
    <message>
        <source>There is no connection. The order is recorded on this device and carried out once the connection returns; the central system then judges each request anew.</source>
        <translation>لا يوجد اتصال. يُسجّل الأمر على هذا الجهاز ويُنفّذ عند عودة الاتصال، وينظر النظام المركزي حينها في كل طلب من جديد.</translation>
    </message>
    <message>
        <source>Result of the assignment</source>
        <translation>نتيجة الإسناد</translation>
    </message>
    <message>
        <source>Result of the undoing</source>
        <translation>نتيجة التراجع</translation>
    </message>
    <message>
        <source>The order is recorded on this device and is carried out once the central system has answered. Nothing more needs to be done.</source>
        <translation>سُجّل الأمر على هذا الجهاز، ويُنفّذ بعد استجابة النظام المركزي. لا يلزم إجراء آخر.</translation>
    </message>
    <message>
        <source>Everything was carried out.</source>
        <translation>نُفّذ الأمر كاملًا.</translation>
    </message>
    <message>
        <source>Undo (%1 left)</source>
        <extracomment>On a button: take the assignment back; %1 how long that is possible, such as 14 minutes</extracomment>
        <translation>تراجع (متبقٍ %1)</translation>
    </message>
    <message>
        <source>Assign them to another officer</source>
        <translation>إسناد المتعذّر إلى موظف آخر</translation>
    </message>
    <message>
        <source>Send again</source>
        <comment>an order</comment>
        <translation>إرسال من جديد</translation>
    </message>
    <message>
        <source>Put the order on hold</source>
        <translation>تعليق الأمر</translation>
    </message>
    <message>
        <source>Details of the undoing</source>
        <translation>تفاصيل التراجع</translation>
    </message>
    <message>
        <source>Details of the assignment order</source>
        <translation>تفاصيل أمر الإسناد</translation>
    </message>
</context>
<context>
    <name>tawasul::AttachmentList</name>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>content not declared</source>
        <translation>المحتوى غير مسمّى</translation>
    </message>
</context>
<context>
    <name>tawasul::AttachmentWords</name>
    <message>
        <source>File without a name</source>
        <translation>ملف بلا اسم</translation>
    </message>
    <message>
        <source>content %1, name %2</source>
        <translation>المحتوى %1 والاسم %2</translation>
    </message>
    <message>
        <source>The content is %1; the name says %2.</source>
        <translation>محتوى الملف من نوع %1، ويدل اسمه على %2.</translation>
    </message>
    <message>
        <source>content %1, declared %2</source>
        <translation>المحتوى %1 والمصرح به %2</translation>
    </message>
    <message>
        <source>The content is %1; it was declared as %2.</source>
        <translation>محتوى الملف من نوع %1، وقد صُرّح بأنه %2.</translation>
    </message>
    <message>
        <source>declared %1, name %2</source>
        <translation>المصرح به %1 والاسم %2</translation>
    </message>
    <message>
        <source>The file was declared as %1; the name says %2.</source>
        <translation>صُرّح بأن نوع الملف %1، ويدل اسمه على %2.</translation>
    </message>
    <message>
        <source>two extensions</source>
        <translation>امتدادان</translation>
    </message>
    <message>
        <source>The name has two extensions: it looks like %1 and ends in %2.</source>
        <translation>لاسم الملف امتدادان: يبدو من نوع %1 وينتهي بـ%2.</translation>
    </message>
    <message>
        <source>hidden signs</source>
        <extracomment>%1 marks such as [RLO]</extracomment>
        <translation>رموز مخفية</translation>
    </message>
    <message>
        <source>The name holds hidden signs, shown as %1: it may read otherwise elsewhere.</source>
        <translation>في اسم الملف رموز مخفية تظهر بالعلامات %1، وقد يُقرأ في غير هذا البرنامج على نحو آخر.</translation>
    </message>
    <message>
        <source>many spaces</source>
        <translation>مسافات كثيرة</translation>
    </message>
    <message>
        <source>The name holds many spaces, so that its end may be out of sight.</source>
        <translation>في اسم الملف مسافات كثيرة قد تُخفي نهايته.</translation>
    </message>
</context>
<context>
    <name>tawasul::BlankTag</name>
    <message>
        <source>Nearly blank</source>
        <translation>شبه فارغة</translation>
    </message>
</context>
<context>
    <name>tawasul::BoardPage</name>
    <message>
        <source>Charts</source>
        <translation>رسوم</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>جداول</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>عبء العمل</translation>
    </message>
    <message>
        <source>Deadlines by day</source>
        <translation>المهل حسب اليوم</translation>
    </message>
    <message>
        <source>Assignment orders</source>
        <translation>أوامر الإسناد</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>الإجازات</translation>
    </message>
    <message>
        <source>Redistribution</source>
        <translation>إعادة توزيع</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>requests</comment>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>requests</comment>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Due today</source>
        <comment>requests</comment>
        <translation>تنتهي اليوم</translation>
    </message>
    <message>
        <source>Closed today</source>
        <comment>requests</comment>
        <translation>أُنجزت اليوم</translation>
    </message>
    <message>
        <source>No orders on this device</source>
        <translation>لا توجد أوامر إسناد على هذا الجهاز</translation>
    </message>
    <message>
        <source>Nobody is on leave, or about to be</source>
        <translation>لا توجد إجازات حالية أو قادمة</translation>
    </message>
    <message>
        <source>Workload by officer</source>
        <translation>عبء العمل حسب الموظف</translation>
    </message>
    <message>
        <source>Deadlines by officer and day</source>
        <translation>المهل حسب الموظف واليوم</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>requests</comment>
        <translation>المنجز</translation>
    </message>
    <message>
        <source>Received and closed</source>
        <translation>الوارد والمنجز</translation>
    </message>
    <message>
        <source>Age of open requests</source>
        <translation>أعمار الطلبات المفتوحة</translation>
    </message>
    <message>
        <source>Working days since submission</source>
        <translation>أيام العمل منذ تقديم الطلب</translation>
    </message>
    <message>
        <source>Received and closed by day</source>
        <translation>الوارد والمنجز حسب اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n of them unassigned</source>
        <translation>
            <numerusform>لا شيء منها غير مسند</numerusform>
            <numerusform>واحد منها غير مسند</numerusform>
            <numerusform>اثنان منها غير مسندين</numerusform>
            <numerusform>%n منها غير مسندة</numerusform>
            <numerusform>%n منها غير مسندة</numerusform>
            <numerusform>%n منها غير مسندة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with the applicant</source>
        <translation>
            <numerusform>لا شيء منها لدى مقدم الطلب</numerusform>
            <numerusform>واحد منها لدى مقدم الطلب</numerusform>
            <numerusform>اثنان منها لدى مقدمي الطلبات</numerusform>
            <numerusform>%n منها لدى مقدمي الطلبات</numerusform>
            <numerusform>%n منها لدى مقدمي الطلبات</numerusform>
            <numerusform>%n منها لدى مقدمي الطلبات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received today</source>
        <translation>
            <numerusform>لم يرد شيء اليوم</numerusform>
            <numerusform>ورد اليوم طلب واحد</numerusform>
            <numerusform>ورد اليوم طلبان</numerusform>
            <numerusform>وردت اليوم %n طلبات</numerusform>
            <numerusform>ورد اليوم %n طلبًا</numerusform>
            <numerusform>ورد اليوم %n طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the requests</source>
        <translation>عرض الطلبات</translation>
    </message>
    <message>
        <source>Reassign the requests</source>
        <translation>إعادة إسناد الطلبات</translation>
    </message>
    <message>
        <source>Absent today</source>
        <translation>غياب اليوم</translation>
    </message>
    <message>
        <source>Record a leave</source>
        <translation>تسجيل إجازة</translation>
    </message>
    <message>
        <source>Show the leaves</source>
        <translation>عرض الإجازات</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>عرض النتيجة</translation>
    </message>
    <message>
        <source>Undo (%1 left)</source>
        <translation>تراجع (متبقٍ %1)</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a leave</comment>
        <extracomment>%1 a name, %2 a leave</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>End of the leave</source>
        <translation>إنهاء الإجازة</translation>
    </message>
    <message>
        <source>Recorded %1</source>
        <translation>سُجّلت %1</translation>
    </message>
    <message>
        <source>On leave now</source>
        <translation>في إجازة الآن</translation>
    </message>
    <message>
        <source>To come</source>
        <comment>a leave</comment>
        <translation>قادمة</translation>
    </message>
    <message>
        <source>End the leave</source>
        <translation>إنهاء الإجازة</translation>
    </message>
    <message>
        <source>Call the leave off</source>
        <translation>إلغاء الإجازة</translation>
    </message>
    <message>
        <source>Workload board</source>
        <translation>توزيع الطلبات</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إرسال من جديد</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>تعليق الأمر</translation>
    </message>
    <message>
        <source>Number of the order: %1</source>
        <extracomment>%1 a number by which technical support finds an order</extracomment>
        <translation>رقم الأمر: %1</translation>
    </message>
    <message>
        <source>Copy the number of the order</source>
        <translation>نسخ رقم الأمر</translation>
    </message>
    <message>
        <source>The number of the order is copied.</source>
        <translation>نُسخ رقم الأمر.</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>عرض التفاصيل</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <comment>what was recorded of a leave</comment>
        <translation>تعليق التسجيل</translation>
    </message>
</context>
<context>
    <name>tawasul::BoardTableModel</name>
    <message>
        <source>Present</source>
        <extracomment>In a table: the officer is not on leave</extracomment>
        <translation>على رأس العمل</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>الحضور</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>requests</comment>
        <translation>المنجز</translation>
    </message>
    <message>
        <source>Working days since submission</source>
        <translation>أيام العمل منذ تقديم الطلب</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
</context>
<context>
    <name>tawasul::BoardWords</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <comment>a count on the board</comment>
        <translation>
            <numerusform>لا طلبات</numerusform>
            <numerusform>طلب واحد</numerusform>
            <numerusform>طلبان</numerusform>
            <numerusform>%n طلبات</numerusform>
            <numerusform>%n طلبًا</numerusform>
            <numerusform>%n طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>Unassigned</source>
        <extracomment>In the place of an officer&apos;s name: requests that nobody has</extracomment>
        <translation>غير مسندة</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>requests</comment>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Due today</source>
        <comment>requests</comment>
        <translation>تنتهي اليوم</translation>
    </message>
    <message>
        <source>On track</source>
        <comment>requests</comment>
        <translation>ضمن المهلة</translation>
    </message>
    <message>
        <source>With the applicant</source>
        <extracomment>Requests that were returned: it is the applicant&apos;s turn</extracomment>
        <translation>لدى مقدم الطلب</translation>
    </message>
    <message>
        <source>The account was removed</source>
        <translation>أُلغي الحساب</translation>
    </message>
    <message>
        <source>On leave until %1</source>
        <translation>في إجازة حتى %1</translation>
    </message>
    <message>
        <source>On leave until further notice</source>
        <translation>في إجازة حتى إشعار آخر</translation>
    </message>
    <message>
        <source>%1, substitute: %2</source>
        <extracomment>%1 says how long somebody is on leave, %2 a name</extracomment>
        <translation>%1، البديل: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two counts</comment>
        <extracomment>Two counts of requests: those overdue, those due today</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Before today</source>
        <translation>قبل اليوم</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>days</comment>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>More than %1</source>
        <extracomment>%1 a number of working days</extracomment>
        <translation>أكثر من %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From so many to so many working days</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Requests received on %1</source>
        <translation>الطلبات الواردة في %1</translation>
    </message>
    <message>
        <source>Requests closed on %1</source>
        <translation>الطلبات المنجزة في %1</translation>
    </message>
    <message>
        <source>Due today, and their officer is away</source>
        <translation>طلبات تنتهي اليوم وموظفها في إجازة</translation>
    </message>
    <message>
        <source>Arrived since the last closing hour</source>
        <translation>طلبات وردت منذ نهاية الدوام السابق</translation>
    </message>
    <message>
        <source>Answered by the applicant since the last closing hour</source>
        <translation>طلبات أعادها مقدموها منذ نهاية الدوام السابق</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>الطلبات المفتوحة</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <extracomment>%1 such as Overdue</extracomment>
        <translation>الطلبات: %1</translation>
    </message>
    <message>
        <source>deadline: %1</source>
        <extracomment>Requests whose deadline is on that day: %1 such as Today</extracomment>
        <translation>انتهاء المهلة: %1</translation>
    </message>
    <message>
        <source>working days: %1</source>
        <extracomment>Requests of such an age: %1 such as 3 to 5</extracomment>
        <translation>أيام العمل: %1</translation>
    </message>
    <message>
        <source>Overdue %1</source>
        <extracomment>Under how many requests somebody has: %1 of them are overdue</extracomment>
        <translation>متأخرة %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>Under how many requests somebody has: %1 of them are due today</extracomment>
        <translation>اليوم %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <extracomment>The same when none of them is overdue</extracomment>
        <translation>اليوم %1</translation>
    </message>
</context>
<context>
    <name>tawasul::CaseHeaderBar</name>
    <message>
        <source>Copy the request number (%1)</source>
        <translation>نسخ رقم الطلب (%1)</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>لماذا هذا التاريخ؟</translation>
    </message>
    <message>
        <source>%1, applicant %2</source>
        <translation>%1 – مقدم الطلب: %2</translation>
    </message>
    <message>
        <source>Service deadline %1</source>
        <translation>مهلة الخدمة %1</translation>
    </message>
    <message>
        <source>Statutory deadline %1</source>
        <translation>المهلة النظامية %1</translation>
    </message>
    <message>
        <source>Print the request summary (%1)</source>
        <translation>طباعة خلاصة الطلب (%1)</translation>
    </message>
</context>
<context>
    <name>tawasul::CaseListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>a request</comment>
        <extracomment>%1 a request number, %2 a service</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a deadline</comment>
        <extracomment>%1 a date, %2 such as 3 working days late</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>انتهاء المهلة</translation>
    </message>
</context>
<context>
    <name>tawasul::CaseListPanel</name>
    <message>
        <source>Reassign</source>
        <translation>إعادة إسناد</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>لا طلبات</translation>
    </message>
    <message>
        <source>Nothing is counted here any more.</source>
        <translation>لم يعد ضمن هذا العدد أي طلب.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Close the list (%1)</source>
        <translation>إغلاق القائمة (%1)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two counts</comment>
        <extracomment>%1 such as 24 requests</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>requests</comment>
        <translation>
            <numerusform>لا شيء محدد</numerusform>
            <numerusform>حُدّد طلب واحد</numerusform>
            <numerusform>حُدّد طلبان</numerusform>
            <numerusform>حُدّدت %n طلبات</numerusform>
            <numerusform>حُدّد %n طلبًا</numerusform>
            <numerusform>حُدّد %n طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n request(s) are reassigned at once</source>
        <translation>
            <numerusform>لا تُسند طلبات دفعة واحدة</numerusform>
            <numerusform>يُسند طلب واحد على الأكثر في المرة الواحدة</numerusform>
            <numerusform>يُسند طلبان على الأكثر في المرة الواحدة</numerusform>
            <numerusform>تُسند %n طلبات على الأكثر في المرة الواحدة</numerusform>
            <numerusform>يُسند %n طلبًا على الأكثر في المرة الواحدة</numerusform>
            <numerusform>يُسند %n طلب على الأكثر في المرة الواحدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>The first %1; there are more</source>
        <extracomment>%1 such as 500 requests; the others are not shown yet</extracomment>
        <translation>أول %1، ويوجد غيرها</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <comment>requests</comment>
        <extracomment>%1 such as 500 requests, %2 how many there are in all</extracomment>
        <translation>أول %1 من أصل %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a button</comment>
        <extracomment>Read out on a button: what it does, and how much is shown</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::CasePane</name>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>No request is open</source>
        <translation>لا يوجد طلب مفتوح</translation>
    </message>
    <message>
        <source>A request chosen in the list is shown here.</source>
        <translation>يظهر هنا الطلب المحدد في القائمة.</translation>
    </message>
    <message>
        <source>The request could not be opened</source>
        <translation>تعذّر فتح الطلب</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>This account may read and not act.</source>
        <translation>صلاحية هذا الحساب للاطلاع فقط.</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>الطلب مسند إلى %1.</translation>
    </message>
    <message>
        <source>No act is possible in this status.</source>
        <translation>لا إجراءات متاحة في هذه الحالة.</translation>
    </message>
    <message>
        <source>Copy the request number</source>
        <translation>نسخ رقم الطلب</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>وصف الطلب</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل الحركة</translation>
    </message>
    <message>
        <source>Back to the worklist</source>
        <translation>الرجوع إلى قائمة العمل</translation>
    </message>
    <message>
        <source>The draft written before is shown, with the reason it was written for.</source>
        <translation>تظهر هنا المسودة المكتوبة سابقًا بالسبب الذي كُتبت له.</translation>
    </message>
    <message>
        <source>Adopt the proposal</source>
        <translation>الأخذ بالمقترح</translation>
    </message>
    <message>
        <source>The draft written before is shown. Confirming it adopts the proposal by %1.</source>
        <translation>عُرضت المسودة المكتوبة سابقًا، وتأكيدها أخذٌ بمقترح %1.</translation>
    </message>
    <message>
        <source>Filled in from the proposal by %1; confirming it adopts the proposal.</source>
        <translation>عُبّئ النموذج من مقترح %1، وتأكيده أخذٌ بالمقترح.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
</context>
<context>
    <name>tawasul::CaseWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>Hours and minutes of one duration</extracomment>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>New</source>
        <comment>status</comment>
        <translation>جديد</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>status</comment>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>Awaiting execution</source>
        <comment>status</comment>
        <translation>بانتظار التنفيذ</translation>
    </message>
    <message>
        <source>Returned to the applicant</source>
        <comment>status</comment>
        <translation>معاد لمقدم الطلب</translation>
    </message>
    <message>
        <source>Returned by the applicant</source>
        <comment>status</comment>
        <extracomment>The applicant has sent what was missing</extracomment>
        <translation>معاد من مقدم الطلب</translation>
    </message>
    <message>
        <source>Escalated</source>
        <comment>status</comment>
        <translation>مُصعّد</translation>
    </message>
    <message>
        <source>Processed</source>
        <comment>status</comment>
        <translation>تمت المعالجة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>status</comment>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>حالة غير معروفة</translation>
    </message>
    <message>
        <source>Urgent</source>
        <comment>mark</comment>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>Humanitarian</source>
        <comment>mark</comment>
        <translation>حالة إنسانية</translation>
    </message>
    <message>
        <source>Marked</source>
        <comment>mark</comment>
        <translation>مميّز</translation>
    </message>
    <message>
        <source>Submission</source>
        <comment>act</comment>
        <translation>تقديم الطلب</translation>
    </message>
    <message>
        <source>Assignment</source>
        <comment>act</comment>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>End of the assignment</source>
        <comment>act</comment>
        <translation>إلغاء الإسناد</translation>
    </message>
    <message>
        <source>Start of processing</source>
        <comment>act</comment>
        <translation>بدء المعالجة</translation>
    </message>
    <message>
        <source>Internal note</source>
        <comment>act</comment>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>act</comment>
        <translation>إنهاء المعالجة</translation>
    </message>
    <message>
        <source>Return for completion</source>
        <comment>act</comment>
        <translation>إعادة لاستكمال النواقص</translation>
    </message>
    <message>
        <source>Completion by the applicant</source>
        <comment>act</comment>
        <translation>استكمال من مقدم الطلب</translation>
    </message>
    <message>
        <source>Reject</source>
        <comment>act</comment>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Transfer</source>
        <comment>act</comment>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Escalate</source>
        <comment>act</comment>
        <translation>تصعيد</translation>
    </message>
    <message>
        <source>Reopen</source>
        <comment>act</comment>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Dismiss a proposal</source>
        <comment>act</comment>
        <translation>صرف النظر عن مقترح</translation>
    </message>
    <message>
        <source>Unknown act</source>
        <translation>إجراء غير معروف</translation>
    </message>
    <message>
        <source>Case officer</source>
        <comment>role</comment>
        <translation>موظف معالجة الطلبات</translation>
    </message>
    <message>
        <source>Section supervisor</source>
        <comment>role</comment>
        <translation>مشرف القسم</translation>
    </message>
    <message>
        <source>Region supervisor</source>
        <comment>role</comment>
        <translation>مشرف المنطقة</translation>
    </message>
    <message>
        <source>Auditor</source>
        <comment>role</comment>
        <translation>مدقق</translation>
    </message>
    <message>
        <source>System administrator</source>
        <comment>role</comment>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>Applicant</source>
        <comment>role</comment>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Central system</source>
        <comment>role</comment>
        <translation>النظام المركزي</translation>
    </message>
    <message>
        <source>Citizen</source>
        <comment>party</comment>
        <translation>مواطن</translation>
    </message>
    <message>
        <source>Resident</source>
        <comment>party</comment>
        <translation>مقيم</translation>
    </message>
    <message>
        <source>Visitor</source>
        <comment>party</comment>
        <translation>زائر</translation>
    </message>
    <message>
        <source>The applicant</source>
        <comment>relation</comment>
        <translation>مقدم الطلب نفسه</translation>
    </message>
    <message>
        <source>Dependant</source>
        <comment>relation</comment>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Sponsored</source>
        <comment>relation</comment>
        <translation>مكفول</translation>
    </message>
    <message>
        <source>Visitor</source>
        <comment>relation</comment>
        <translation>زائر</translation>
    </message>
    <message>
        <source>National identity number</source>
        <translation>رقم الهوية الوطنية</translation>
    </message>
    <message>
        <source>Iqama number</source>
        <translation>رقم الإقامة</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم الحدود</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>رقم</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) late</source>
        <translation>
            <numerusform>انتهت المهلة</numerusform>
            <numerusform>متأخر يوم عمل</numerusform>
            <numerusform>متأخر يومي عمل</numerusform>
            <numerusform>متأخر %n أيام عمل</numerusform>
            <numerusform>متأخر %n يوم عمل</numerusform>
            <numerusform>متأخر %n يوم عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today, in %1</source>
        <translation>تنتهي اليوم بعد %1</translation>
    </message>
    <message numerus="yes">
        <source>In %n working day(s)</source>
        <translation>
            <numerusform>تنتهي اليوم</numerusform>
            <numerusform>بعد يوم عمل</numerusform>
            <numerusform>بعد يومي عمل</numerusform>
            <numerusform>بعد %n أيام عمل</numerusform>
            <numerusform>بعد %n يوم عمل</numerusform>
            <numerusform>بعد %n يوم عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بايت</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 كيلوبايت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 ميجابايت</translation>
    </message>
    <message>
        <source>Less than a working day late</source>
        <translation>متأخر أقل من يوم عمل</translation>
    </message>
    <message>
        <source>May be overdue</source>
        <translation>قد تكون المهلة منتهية</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يوم</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::CheckRow</name>
    <message>
        <source>Return for this reason</source>
        <translation>إعادة لهذا السبب</translation>
    </message>
</context>
<context>
    <name>tawasul::CheckWords</name>
    <message>
        <source>, </source>
        <extracomment>Between the members of a list in a sentence</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>%1 %2 is stated and is the subject&apos;s.</source>
        <translation>%1 %2 مذكور، وهو رقم صاحب العلاقة.</translation>
    </message>
    <message>
        <source>%1 %2 is stated; it is not the subject&apos;s number.</source>
        <translation>%1 %2 مذكور، وليس رقم صاحب العلاقة.</translation>
    </message>
    <message>
        <source>The description holds no number of ten digits.</source>
        <translation>لا يحتوي الوصف رقمًا من عشر خانات.</translation>
    </message>
    <message>
        <source>The check digit of %1 is wrong.</source>
        <translation>رقم التحقق في %1 غير صحيح.</translation>
    </message>
    <message>
        <source>%1 %2 is valid, but this section goes by another kind of number.</source>
        <translation>%1 %2 صحيح، غير أن هذا القسم يعتمد رقمًا من نوع آخر.</translation>
    </message>
    <message>
        <source>The check digit of border number %1 could not be confirmed.</source>
        <translation>تعذّر تأكيد رقم التحقق في رقم الحدود %1.</translation>
    </message>
    <message>
        <source>%1 is close to the subject&apos;s number: possibly a typing error.</source>
        <translation>الرقم %1 قريب من رقم صاحب العلاقة، ويحتمل خطأ في الكتابة.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>A word quoted from the description</extracomment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>The description agrees with the section: %1.</source>
        <translation>الوصف يوافق القسم: %1.</translation>
    </message>
    <message>
        <source>The description points to the section “%1”: %2.</source>
        <translation>الوصف يدل على القسم «%1»: %2.</translation>
    </message>
    <message>
        <source>The description asks a question instead of naming a transaction: %1.</source>
        <translation>الوصف استفسار ولا يسمّي معاملة: %1.</translation>
    </message>
    <message>
        <source>No word in the description tells its section.</source>
        <translation>لا توجد في الوصف كلمة تدل على القسم.</translation>
    </message>
    <message>
        <source>The section “%1” is about equally likely: %2.</source>
        <translation>القسم «%1» محتمل بالقدر نفسه تقريبًا: %2.</translation>
    </message>
    <message>
        <source>This service requires no document.</source>
        <translation>لا تتطلب هذه الخدمة مستندات.</translation>
    </message>
    <message>
        <source>Every required document is declared: %1.</source>
        <translation>جميع المستندات المطلوبة مذكورة: %1.</translation>
    </message>
    <message>
        <source>Nothing is attached. Required: %1.</source>
        <translation>لا توجد مرفقات. المطلوب: %1.</translation>
    </message>
    <message>
        <source>Not among the declared documents: %1.</source>
        <translation>ليس ضمن المستندات المذكورة: %1.</translation>
    </message>
    <message>
        <source>What this service requires is not known to this version.</source>
        <translation>مستندات هذه الخدمة غير معروفة لهذا الإصدار.</translation>
    </message>
    <message>
        <source>The content of the file is not declared. To be found in it: %1.</source>
        <translation>محتوى الملف غير مسمّى. يلزم أن يتضمن: %1.</translation>
    </message>
    <message>
        <source>Met</source>
        <comment>verdict of a check</comment>
        <translation>مستوفى</translation>
    </message>
    <message>
        <source>Not met</source>
        <comment>verdict of a check</comment>
        <translation>غير مستوفى</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <comment>verdict of a check</comment>
        <translation>تعذّر التحقق</translation>
    </message>
    <message>
        <source>Basic number</source>
        <translation>الرقم الأساسي</translation>
    </message>
    <message>
        <source>Section of the request</source>
        <translation>قسم الطلب</translation>
    </message>
    <message>
        <source>Required documents</source>
        <translation>المستندات المطلوبة</translation>
    </message>
    <message>
        <source>Every required document is declared or labelled on its pages: %1.</source>
        <translation>جميع المستندات المطلوبة مذكورة أو مسمّاة على صفحات المرفقات: %1.</translation>
    </message>
    <message>
        <source>Neither declared nor on the labelled pages: %1.</source>
        <translation>ليس ضمن المستندات المذكورة ولا ضمن الصفحات المسمّاة: %1.</translation>
    </message>
    <message>
        <source>Not on the labelled pages yet: %1.</source>
        <translation>لم يظهر بعد في الصفحات المسمّاة: %1.</translation>
    </message>
</context>
<context>
    <name>tawasul::ChoicePanel</name>
    <message>
        <source>This cannot be taken back.</source>
        <translation>لا يمكن الرجوع عن هذا الاختيار.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>tawasul::ClockWords</name>
    <message>
        <source>The clock of this device is ahead by %1</source>
        <translation>ساعة هذا الجهاز متقدمة بمقدار %1</translation>
    </message>
    <message>
        <source>The clock of this device is behind by %1</source>
        <translation>ساعة هذا الجهاز متأخرة بمقدار %1</translation>
    </message>
    <message>
        <source>The clock of this device is behind by %1 at least</source>
        <translation>ساعة هذا الجهاز متأخرة بما لا يقل عن %1</translation>
    </message>
    <message>
        <source>The time of this device is not certain</source>
        <translation>وقت هذا الجهاز غير مؤكد</translation>
    </message>
    <message>
        <source>Deadlines are shown by the time of the central system.</source>
        <translation>تُعرض المهل بحسب وقت النظام المركزي.</translation>
    </message>
    <message>
        <source>Deadlines that may be over are marked until the central system is reached.</source>
        <translation>تُميَّز المهل التي قد تكون منتهية إلى حين الاتصال بالنظام المركزي.</translation>
    </message>
    <message>
        <source>The clock needs to be set in the settings of the device, or by technical support.</source>
        <translation>يلزم ضبط الساعة من إعدادات الجهاز أو بواسطة الدعم الفني.</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <extracomment>Three sentences about the clock: what is wrong with it, what that means, what to do</extracomment>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>The time of execution is proposed by the time of the central system.</source>
        <translation>وقت التنفيذ مقترح بحسب وقت النظام المركزي.</translation>
    </message>
    <message>
        <source>The proposed time of execution needs to be checked.</source>
        <translation>يلزم التحقق من وقت التنفيذ المقترح.</translation>
    </message>
</context>
<context>
    <name>tawasul::Comparison</name>
    <message>
        <source>Was: %1</source>
        <translation>كان: %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What is compared, and in which version</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>معدّل بعد التسجيل</translation>
    </message>
</context>
<context>
    <name>tawasul::ConflictCard</name>
    <message>
        <source>Open the request</source>
        <translation>فتح الطلب</translation>
    </message>
    <message>
        <source>Being recorded…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>tawasul::ConflictFields</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>غير مسند</translation>
    </message>
    <message>
        <source>Status of the request</source>
        <translation>حالة الطلب</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة الفرعية</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>المسند إليه</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Last act</source>
        <translation>آخر إجراء</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Operation number</source>
        <translation>رقم العملية</translation>
    </message>
    <message>
        <source>Reply to the applicant</source>
        <translation>الرد على مقدم الطلب</translation>
    </message>
    <message>
        <source>Internal text</source>
        <translation>النص الداخلي</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <comment>priority of a request</comment>
        <translation>اعتيادية</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
</context>
<context>
    <name>tawasul::ConflictStory</name>
    <message>
        <source>Resolve the refusal</source>
        <translation>معالجة الرفض</translation>
    </message>
    <message>
        <source>Act no longer possible</source>
        <translation>إجراء لم يعد ممكنًا</translation>
    </message>
    <message>
        <source>Resolve the conflict</source>
        <translation>معالجة التعارض</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>“%1” was recorded on this device (%2), and the request was changed at the central system before it arrived.</source>
        <translation>سُجّل «%1» على هذا الجهاز (%2)، وعُدّل الطلب في النظام المركزي قبل وصوله.</translation>
    </message>
    <message>
        <source>“%1” was recorded on this device (%2), and the request was changed at the central system before it arrived: %3 (%4, %5).</source>
        <translation>سُجّل «%1» على هذا الجهاز (%2)، وعُدّل الطلب في النظام المركزي قبل وصوله: %3 (%4، %5).</translation>
    </message>
    <message>
        <source>Nothing is lost; one of the two has to be chosen.</source>
        <translation>لم يُفقد شيء؛ ويلزم اختيار إحدى النسختين.</translation>
    </message>
    <message>
        <source>Nothing is lost; what can be done now is to take the central version.</source>
        <translation>لم يُفقد شيء؛ والمتاح الآن هو الأخذ بالنسخة المركزية.</translation>
    </message>
    <message>
        <source>“%1” was recorded on this device (%2) and is not possible without the earlier act it was based on: %3. It was not sent, and is kept here with all that was written.</source>
        <translation>سُجّل «%1» على هذا الجهاز (%2)، ولم يعد ممكنًا دون الإجراء السابق الذي بُني عليه: %3. لم يُرسل، وهو محفوظ هنا بكل ما كُتب فيه.</translation>
    </message>
    <message>
        <source>Refused by the central system: %3. “%1” was recorded on this device (%2), and is kept here with all that was written.</source>
        <translation>رفضه النظام المركزي: %3. سُجّل «%1» على هذا الجهاز (%2)، وهو محفوظ هنا بكل ما كُتب فيه.</translation>
    </message>
    <message>
        <source>This device&apos;s version</source>
        <translation>نسخة هذا الجهاز</translation>
    </message>
    <message>
        <source>The request when the act was recorded</source>
        <translation>الطلب عند تسجيل الإجراء</translation>
    </message>
    <message>
        <source>The central version</source>
        <translation>النسخة المركزية</translation>
    </message>
    <message>
        <source>Take the central version</source>
        <translation>الأخذ بالنسخة المركزية</translation>
    </message>
    <message>
        <source>The request is no longer assigned to this account, so nothing can be recorded on it from here.</source>
        <translation>لم يعد الطلب مسندًا إلى هذا الحساب، فلا يمكن تسجيل إجراء عليه من هنا.</translation>
    </message>
    <message>
        <source>The request is now assigned to %1, so nothing can be recorded on it from this account.</source>
        <translation>أصبح الطلب مسندًا إلى %1، فلا يمكن تسجيل إجراء عليه من هذا الحساب.</translation>
    </message>
    <message>
        <source>The request now belongs to another section, so nothing can be recorded on it from this account.</source>
        <translation>أصبح الطلب لدى قسم آخر، فلا يمكن تسجيل إجراء عليه من هذا الحساب.</translation>
    </message>
    <message>
        <source>The status of the request is now “%1”, which leaves nothing to decide anew.</source>
        <translation>أصبحت حالة الطلب «%1»، فلا يمكن اتخاذ إجراء جديد عليه.</translation>
    </message>
    <message>
        <source>Decide anew</source>
        <translation>إعادة اتخاذ القرار</translation>
    </message>
    <message>
        <source>Record anew</source>
        <translation>إعادة تسجيل الإجراء</translation>
    </message>
    <message>
        <source>The request opens as it is now, for a new decision. Nothing is sent until that is confirmed; it then takes the place of this one.</source>
        <translation>يُفتح الطلب كما هو الآن لاتخاذ قرار جديد. لا يُرسل شيء قبل تأكيده، وعندها يحل محل هذا القرار.</translation>
    </message>
    <message>
        <source>The request opens as it is now, for a new act. Nothing is sent until that is confirmed; it then takes the place of this one.</source>
        <translation>يُفتح الطلب كما هو الآن لتسجيل إجراء جديد. لا يُرسل شيء قبل تأكيده، وعندها يحل محل هذا الإجراء.</translation>
    </message>
    <message>
        <source>The same act is sent again as it was recorded. This helps once what it was refused for is over.</source>
        <translation>يُرسل الإجراء نفسه كما سُجّل. يفيد ذلك إذا زال سبب الرفض.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>The request stays as it is at the central system: %1. “%2” is not sent; it stays on this device with all that was written.</source>
        <translation>يبقى الطلب كما هو في النظام المركزي: %1. لا يُرسل «%2»، ويبقى على هذا الجهاز بكل ما كُتب فيه.</translation>
    </message>
    <message>
        <source>The request stays as it is at the central system. “%1” is not sent; it stays on this device with all that was written.</source>
        <translation>يبقى الطلب كما هو في النظام المركزي. لا يُرسل «%1»، ويبقى على هذا الجهاز بكل ما كُتب فيه.</translation>
    </message>
    <message>
        <source>Damaged record of an act</source>
        <translation>سجل إجراء تالف</translation>
    </message>
    <message>
        <source>The record of an act on this request (%1) is damaged on this device, so what the act was is not known here any more. It was not sent. The request has to be looked at, and decided anew where that is needed.</source>
        <translation>سجل إجراء على هذا الطلب (%1) تالف على هذا الجهاز، فلم يعد مضمون الإجراء معروفًا هنا. لم يُرسل. يلزم الاطلاع على الطلب، واتخاذ القرار من جديد عند الحاجة.</translation>
    </message>
    <message>
        <source>The record of an act on this request (%1) is damaged on this device, so what the act was is not known here any more. An earlier try may have reached the central system: the request shows what it has. It has to be looked at, and decided anew where that is needed.</source>
        <translation>سجل إجراء على هذا الطلب (%1) تالف على هذا الجهاز، فلم يعد مضمون الإجراء معروفًا هنا. قد تكون محاولة سابقة وصلت إلى النظام المركزي، ويُظهر الطلب ما لديه. يلزم الاطلاع عليه، واتخاذ القرار من جديد عند الحاجة.</translation>
    </message>
    <message>
        <source>The request stays as it is at the central system. The damaged act is not sent, and what was recorded after it on this request goes on. What is left of it stays on this device.</source>
        <translation>يبقى الطلب كما هو في النظام المركزي. لا يُرسل الإجراء التالف، ويُستأنف إرسال ما سُجّل بعده على هذا الطلب. ويبقى ما تبقى منه على هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>tawasul::ConflictsPage</name>
    <message>
        <source>No conflicts</source>
        <translation>لا توجد تعارضات</translation>
    </message>
    <message>
        <source>Acts that do not agree with the central version appear here for a choice.</source>
        <translation>يظهر هنا كل إجراء لا يوافق النسخة المركزية لمعالجته.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) need a choice</source>
        <translation>
            <numerusform>لا إجراءات بانتظار المعالجة</numerusform>
            <numerusform>إجراء واحد بانتظار المعالجة</numerusform>
            <numerusform>إجراءان بانتظار المعالجة</numerusform>
            <numerusform>%n إجراءات بانتظار المعالجة</numerusform>
            <numerusform>%n إجراءً بانتظار المعالجة</numerusform>
            <numerusform>%n إجراء بانتظار المعالجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::DayOpeningPage</name>
    <message>
        <source>Nothing waits</source>
        <translation>لا شيء ينتظر</translation>
    </message>
    <message>
        <source>No request is overdue, unassigned or new, and every device has sent its work.</source>
        <translation>لا توجد طلبات متأخرة أو غير مسندة أو جديدة، وأرسلت الأجهزة جميع أعمالها.</translation>
    </message>
    <message>
        <source>Show the distribution of requests</source>
        <translation>عرض توزيع الطلبات</translation>
    </message>
    <message>
        <source>Start of the day</source>
        <translation>بداية الدوام</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an officer</comment>
        <extracomment>%1 a name, %2 such as On leave until 25/11/2026</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Away today:
%1</source>
        <translation>في إجازة اليوم:
%1</translation>
    </message>
    <message>
        <source>Show and distribute</source>
        <translation>عرض وتوزيع</translation>
    </message>
    <message numerus="yes">
        <source>request(s) are overdue</source>
        <translation>
            <numerusform>لا طلبات متأخرة</numerusform>
            <numerusform>طلب متأخر</numerusform>
            <numerusform>طلبان متأخران</numerusform>
            <numerusform>طلبات متأخرة</numerusform>
            <numerusform>طلبًا متأخرًا</numerusform>
            <numerusform>طلب متأخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) are due today while their officer is away</source>
        <translation>
            <numerusform>لا طلبات تنتهي اليوم وموظفها في إجازة</numerusform>
            <numerusform>طلب ينتهي اليوم وموظفه في إجازة</numerusform>
            <numerusform>طلبان ينتهيان اليوم وموظفهما في إجازة</numerusform>
            <numerusform>طلبات تنتهي اليوم وموظفها في إجازة</numerusform>
            <numerusform>طلبًا تنتهي اليوم وموظفها في إجازة</numerusform>
            <numerusform>طلب تنتهي اليوم وموظفها في إجازة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) are assigned to nobody</source>
        <translation>
            <numerusform>لا طلبات غير مسندة</numerusform>
            <numerusform>طلب غير مسند</numerusform>
            <numerusform>طلبان غير مسندين</numerusform>
            <numerusform>طلبات غير مسندة</numerusform>
            <numerusform>طلبًا غير مسند</numerusform>
            <numerusform>طلب غير مسند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) arrived since the last closing hour</source>
        <translation>
            <numerusform>لم ترد طلبات منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلب ورد منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلبان وردا منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلبات وردت منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلبًا وردت منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلب وردت منذ نهاية الدوام السابق</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1</source>
        <extracomment>%1 a time</extracomment>
        <translation>منذ %1</translation>
    </message>
    <message numerus="yes">
        <source>request(s) were answered by their applicants since the last closing hour</source>
        <translation>
            <numerusform>لم يُعد طلب من مقدمه منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلب معاد من مقدمه منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلبان معادان من مقدميهما منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلبات معادة من مقدميها منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلبًا معادًا من مقدميها منذ نهاية الدوام السابق</numerusform>
            <numerusform>طلب معاد من مقدميها منذ نهاية الدوام السابق</numerusform>
        </translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>الجهاز: %1</translation>
    </message>
    <message>
        <source>the oldest since %1</source>
        <translation>الأقدم منذ %1</translation>
    </message>
    <message>
        <source>told %1</source>
        <translation>آخر إفادة %1</translation>
    </message>
    <message numerus="yes">
        <source>act(s) of %1 are not sent</source>
        <extracomment>After a number of acts; %1 a name</extracomment>
        <translation>
            <numerusform>لا إجراءات لم تُرسل لدى %1</numerusform>
            <numerusform>إجراء لم يُرسل لدى %1</numerusform>
            <numerusform>إجراءان لم يُرسلا لدى %1</numerusform>
            <numerusform>إجراءات لم تُرسل لدى %1</numerusform>
            <numerusform>إجراءً لم تُرسل لدى %1</numerusform>
            <numerusform>إجراء لم تُرسل لدى %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of one line</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>Show the officer&apos;s requests</source>
        <translation>عرض طلبات الموظف</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>On a button, read out: what it does, and what waits: a number and a sentence</extracomment>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>tawasul::DecisionFields</name>
    <message>
        <source>Choose a reason</source>
        <translation>تحديد السبب</translation>
    </message>
    <message>
        <source>Choose a reply</source>
        <translation>تحديد نموذج الرد</translation>
    </message>
    <message>
        <source>Choose a section</source>
        <translation>تحديد القسم</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>تحديد الخدمة الفرعية</translation>
    </message>
    <message>
        <source>Reply template</source>
        <translation>نموذج الرد</translation>
    </message>
    <message>
        <source>Service in that section</source>
        <translation>الخدمة الفرعية</translation>
    </message>
    <message>
        <source>Missing documents</source>
        <translation>المستندات الناقصة</translation>
    </message>
    <message>
        <source>Reply, as the applicant will read it</source>
        <translation>الرد كما يظهر لمقدم الطلب</translation>
    </message>
    <message>
        <source>Executed: the operation number is at hand</source>
        <translation>نُفّذ الإجراء ورقم العملية متوفر</translation>
    </message>
    <message>
        <source>Approved, awaiting execution</source>
        <translation>الموافقة بانتظار التنفيذ</translation>
    </message>
    <message>
        <source>Without an operation number the request waits as “Awaiting execution”, and no reply that says done is offered.</source>
        <translation>بدون رقم العملية يبقى الطلب بحالة «بانتظار التنفيذ»، ولا يُعرض رد يفيد بالإنجاز.</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>التنفيذ</translation>
    </message>
    <message>
        <source>Refer to the section</source>
        <translation>الإحالة إلى القسم</translation>
    </message>
    <message>
        <source>Competent section</source>
        <translation>القسم المختص</translation>
    </message>
    <message>
        <source>The reply that was written is kept, and replaced here by the template.</source>
        <translation>حلّ نص القالب محل الرد المكتوب، والرد المكتوب محفوظ.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>يلزم تحديد السبب.</translation>
    </message>
    <message>
        <source>The section is required.</source>
        <translation>يلزم تحديد القسم.</translation>
    </message>
    <message>
        <source>The service in that section is required.</source>
        <translation>يلزم تحديد الخدمة الفرعية.</translation>
    </message>
    <message>
        <source>The reply is empty.</source>
        <translation>الرد فارغ.</translation>
    </message>
    <message>
        <source>Still missing in the reply: %1.</source>
        <translation>لم يكتمل الرد. الناقص: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>tawasul::DecisionSheet</name>
    <message>
        <source>Discard the draft</source>
        <translation>تجاهل المسودة</translation>
    </message>
    <message>
        <source>Close, keeping the draft (%1)</source>
        <translation>إغلاق مع حفظ المسودة (%1)</translation>
    </message>
    <message>
        <source>The request changed meanwhile and this act is no longer possible. The text is kept as a draft.</source>
        <translation>تغيّر الطلب ولم يعد هذا الإجراء ممكنًا. النص محفوظ مسودةً.</translation>
    </message>
    <message>
        <source>The request changed while this was written. The text is kept. Review the history before confirming.</source>
        <translation>تغيّر الطلب أثناء الكتابة. النص محفوظ، وتلزم مراجعة سجل الحركة قبل التأكيد.</translation>
    </message>
</context>
<context>
    <name>tawasul::DescriptionView</name>
    <message>
        <source>Description of the request</source>
        <translation>وصف الطلب</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>عرض أقل</translation>
    </message>
    <message>
        <source>Show the whole description</source>
        <translation>عرض الوصف كاملًا</translation>
    </message>
</context>
<context>
    <name>tawasul::DeskApp</name>
    <message>
        <source>Tawasul – Request Processing</source>
        <comment>the program&apos;s name in the window title</comment>
        <translation>تواصل – معالجة الطلبات</translation>
    </message>
    <message>
        <source>There is no connection to the central system. Accounts that have been used on this device can sign in and work.</source>
        <translation>لا يوجد اتصال بالنظام المركزي. يمكن الدخول والعمل بالحسابات التي سبق استخدامها على هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>tawasul::DocumentActions</name>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>ملاءمة العرض</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>ملاءمة الصفحة</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>الانتقال إلى صفحة</translation>
    </message>
    <message>
        <source>Continuous pages</source>
        <translation>صفحات متصلة</translation>
    </message>
    <message>
        <source>Strip of pages</source>
        <translation>شريط الصفحات</translation>
    </message>
    <message>
        <source>Rotate page right</source>
        <translation>تدوير الصفحة إلى اليمين</translation>
    </message>
    <message>
        <source>Rotate page left</source>
        <translation>تدوير الصفحة إلى اليسار</translation>
    </message>
    <message>
        <source>Rotate all pages right</source>
        <translation>تدوير جميع الصفحات إلى اليمين</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>عدسة مكبرة</translation>
    </message>
    <message>
        <source>Brightness and contrast</source>
        <translation>السطوع والتباين</translation>
    </message>
    <message>
        <source>Dark paper</source>
        <translation>خلفية داكنة للصفحة</translation>
    </message>
    <message>
        <source>Label the page</source>
        <translation>تسمية الصفحة</translation>
    </message>
    <message>
        <source>Next unlabelled page</source>
        <translation>الصفحة التالية غير المسمّاة</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>العرض في نافذة مستقلة</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>البحث في المستند</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>نسخ النص المحدد</translation>
    </message>
    <message>
        <source>Select the text of the page</source>
        <translation>تحديد نص الصفحة</translation>
    </message>
    <message>
        <source>Turn the page upright</source>
        <translation>تعديل اتجاه الصفحة</translation>
    </message>
    <message>
        <source>Try the page again</source>
        <translation>إعادة محاولة عرض الصفحة</translation>
    </message>
    <message>
        <source>Print the attachment</source>
        <translation>طباعة المرفق</translation>
    </message>
</context>
<context>
    <name>tawasul::DocumentBar</name>
    <message>
        <source>Previous attachment</source>
        <translation>المرفق السابق</translation>
    </message>
    <message>
        <source>Next attachment</source>
        <translation>المرفق التالي</translation>
    </message>
    <message>
        <source>Previous page (%1)</source>
        <translation>الصفحة السابقة (%1)</translation>
    </message>
    <message>
        <source>Next page (%1)</source>
        <translation>الصفحة التالية (%1)</translation>
    </message>
    <message>
        <source>Zoom out (%1)</source>
        <translation>تصغير (%1)</translation>
    </message>
    <message>
        <source>Zoom in (%1)</source>
        <translation>تكبير (%1)</translation>
    </message>
    <message>
        <source>Fit width (%1)</source>
        <translation>ملاءمة العرض (%1)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>attachments</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحة %1 من %2</translation>
    </message>
    <message>
        <source>Fit page (%1)</source>
        <translation>ملاءمة الصفحة (%1)</translation>
    </message>
    <message>
        <source>More for the document</source>
        <translation>خيارات أخرى للمستند</translation>
    </message>
    <message>
        <source>Type by the name: %1</source>
        <translation>النوع بحسب الاسم: %1</translation>
    </message>
    <message>
        <source>Type by the content: %1</source>
        <translation>النوع بحسب المحتوى: %1</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>Between short remarks on the name of a file</extracomment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>tawasul::DocumentCard</name>
    <message>
        <source>Password of the file</source>
        <translation>كلمة مرور الملف</translation>
    </message>
    <message>
        <source>This password does not open the file.</source>
        <translation>كلمة المرور هذه لا تفتح الملف.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>No attachments</source>
        <translation>لا توجد مرفقات</translation>
    </message>
    <message>
        <source>The applicant attached nothing to this request.</source>
        <translation>لم يُرفق مع هذا الطلب أي ملف.</translation>
    </message>
    <message>
        <source>Not on this device yet</source>
        <translation>الملف غير متوفر على هذا الجهاز بعد</translation>
    </message>
    <message>
        <source>There is no connection. The file is downloaded by itself once the connection returns; everything else of the request can be worked on.</source>
        <translation>لا يوجد اتصال. يُنزَّل الملف تلقائيًا عند عودة الاتصال، ويمكن العمل على بقية الطلب.</translation>
    </message>
    <message>
        <source>The file is waiting to be downloaded.</source>
        <translation>الملف بانتظار التنزيل.</translation>
    </message>
    <message>
        <source>The file is being downloaded.</source>
        <translation>جارٍ تنزيل الملف.</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>ما نُزّل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Download now</source>
        <translation>تنزيل الآن</translation>
    </message>
    <message>
        <source>Declared type</source>
        <translation>النوع المصرح به</translation>
    </message>
    <message>
        <source>Type of the content</source>
        <translation>نوع المحتوى</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم الملف</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>بصمة الملف (SHA-256)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>No request is open</source>
        <translation>لا يوجد طلب مفتوح</translation>
    </message>
    <message>
        <source>The documents of the request that is opened next appear here.</source>
        <translation>تظهر هنا مستندات الطلب الذي يُفتح لاحقًا.</translation>
    </message>
    <message>
        <source>Ask for another copy</source>
        <translation>طلب نسخة أخرى</translation>
    </message>
</context>
<context>
    <name>tawasul::DocumentDock</name>
    <message>
        <source>Documents of the request</source>
        <translation>مستندات الطلب</translation>
    </message>
    <message>
        <source>The documents are in a window of their own</source>
        <translation>المستندات معروضة في نافذة مستقلة</translation>
    </message>
    <message>
        <source>They follow the request that is open here.</source>
        <translation>تتبع النافذة الطلب المفتوح هنا.</translation>
    </message>
    <message>
        <source>Show them here</source>
        <translation>العرض هنا</translation>
    </message>
</context>
<context>
    <name>tawasul::DocumentPane</name>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Page of the document</source>
        <translation>صفحة المستند</translation>
    </message>
    <message>
        <source>Page %1 of %2 – %3</source>
        <extracomment>Read out: the page that is shown, and the name of its file</extracomment>
        <translation>صفحة %1 من %2 – %3</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>الرمز: %1</translation>
    </message>
    <message>
        <source>%1 – nearly blank</source>
        <extracomment>Read out: a page, and a remark about it</extracomment>
        <translation>%1 – شبه فارغة</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>إبقاؤها كما هي</translation>
    </message>
    <message>
        <source>This page is upside down.</source>
        <translation>هذه الصفحة مقلوبة.</translation>
    </message>
    <message>
        <source>This page lies on its side.</source>
        <translation>هذه الصفحة موضوعة على جانبها.</translation>
    </message>
    <message>
        <source>Turn upright</source>
        <translation>تعديل الاتجاه</translation>
    </message>
    <message>
        <source>This page seems to be upside down.</source>
        <translation>يبدو أن هذه الصفحة مقلوبة.</translation>
    </message>
    <message>
        <source>This page seems to lie on its side.</source>
        <translation>يبدو أن هذه الصفحة موضوعة على جانبها.</translation>
    </message>
    <message>
        <source>The file is being opened…</source>
        <translation>جارٍ فتح الملف…</translation>
    </message>
    <message>
        <source>The page is being prepared…</source>
        <translation>جارٍ تجهيز الصفحة…</translation>
    </message>
    <message>
        <source>%1 – being opened</source>
        <translation>%1 – جارٍ فتحه</translation>
    </message>
    <message>
        <source>%1 – cannot be shown</source>
        <extracomment>Read out: a page, and that it is not seen</extracomment>
        <translation>%1 – تعذّر عرضها</translation>
    </message>
    <message>
        <source>%1 – being prepared</source>
        <extracomment>Read out: a page, and that it is not seen yet</extracomment>
        <translation>%1 – جارٍ تجهيزها</translation>
    </message>
</context>
<context>
    <name>tawasul::EndOfDayPage</name>
    <message>
        <source>Show what waits</source>
        <translation>عرض ما لم يُرسل</translation>
    </message>
    <message>
        <source>Show what needs a choice</source>
        <translation>عرض ما يلزم معالجته</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ نصًا</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>نهاية الدوام</translation>
    </message>
    <message>
        <source>Handover note</source>
        <translation>مذكرة التسليم</translation>
    </message>
    <message>
        <source>It stays on this device for the next sign-in of this account, and is saved while it is written.</source>
        <translation>تبقى على هذا الجهاز إلى تسجيل الدخول التالي بهذا الحساب، وتُحفظ أثناء الكتابة.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>حُفظت %1</translation>
    </message>
    <message>
        <source>Stay until everything is sent, or sign out</source>
        <translation>البقاء حتى اكتمال الإرسال، أو تسجيل الخروج</translation>
    </message>
    <message>
        <source>The note could not be saved on this device. What was written is kept as long as the program runs, and saving is tried again by itself (code %1).</source>
        <translation>تعذّر حفظ المذكرة على هذا الجهاز. ما كُتب باقٍ ما دام البرنامج يعمل، وتُعاد محاولة الحفظ تلقائيًا (الرمز %1).</translation>
    </message>
</context>
<context>
    <name>tawasul::EndOfDayWords</name>
    <message>
        <source>%1 – %2, recorded %3</source>
        <extracomment>%1 a request number, %2 an act such as Complete, %3 when it was recorded</extracomment>
        <translation>%1 – %2، سُجّل %3</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>%1 – %2, %3, saved %4</source>
        <extracomment>%1 a request number, %2 an act such as Complete, %3 a service, %4 when the draft was saved</extracomment>
        <translation>%1 – %2، %3، حُفظت %4</translation>
    </message>
    <message>
        <source>%1 on a request that is no longer on this device, saved %2</source>
        <translation>%1 – طلب لم يعد على هذا الجهاز، حُفظت مسودته %2</translation>
    </message>
    <message>
        <source>%1 – %2, %3</source>
        <extracomment>%1 a request number, %2 a service, %3 a masked identifier</extracomment>
        <translation>%1 – %2، %3</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) not sent yet</source>
        <translation>
            <numerusform>لا شيء بانتظار الإرسال</numerusform>
            <numerusform>إجراء واحد لم يُرسل</numerusform>
            <numerusform>إجراءان لم يُرسلا</numerusform>
            <numerusform>%n إجراءات لم تُرسل</numerusform>
            <numerusform>%n إجراءً لم يُرسل</numerusform>
            <numerusform>%n إجراء لم يُرسل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) needing a choice</source>
        <translation>
            <numerusform>لا شيء بانتظار المعالجة</numerusform>
            <numerusform>إجراء واحد بانتظار المعالجة</numerusform>
            <numerusform>إجراءان بانتظار المعالجة</numerusform>
            <numerusform>%n إجراءات بانتظار المعالجة</numerusform>
            <numerusform>%n إجراءً بانتظار المعالجة</numerusform>
            <numerusform>%n إجراء بانتظار المعالجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) begun and not confirmed</source>
        <translation>
            <numerusform>لا مسودات</numerusform>
            <numerusform>مسودة واحدة لم تُؤكد</numerusform>
            <numerusform>مسودتان لم تُؤكدا</numerusform>
            <numerusform>%n مسودات لم تُؤكد</numerusform>
            <numerusform>%n مسودة لم تُؤكد</numerusform>
            <numerusform>%n مسودة لم تُؤكد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) due on the next working day</source>
        <translation>
            <numerusform>لا طلبات تنتهي مهلتها في يوم العمل التالي</numerusform>
            <numerusform>طلب واحد تنتهي مهلته في يوم العمل التالي</numerusform>
            <numerusform>طلبان تنتهي مهلتهما في يوم العمل التالي</numerusform>
            <numerusform>%n طلبات تنتهي مهلتها في يوم العمل التالي</numerusform>
            <numerusform>%n طلبًا تنتهي مهلته في يوم العمل التالي</numerusform>
            <numerusform>%n طلب تنتهي مهلته في يوم العمل التالي</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>End of the day, %1</source>
        <translation>نهاية الدوام، %1</translation>
    </message>
    <message>
        <source>Handover note</source>
        <translation>مذكرة التسليم</translation>
    </message>
    <message>
        <source>%1: could not be read on this device</source>
        <translation>%1: تعذّرت القراءة على هذا الجهاز</translation>
    </message>
    <message>
        <source>%1: not read yet</source>
        <translation>%1: لم تُقرأ بعد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An act and its reason, in a draft</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Operation number %1</source>
        <translation>رقم العملية %1</translation>
    </message>
    <message>
        <source>Acts not sent yet</source>
        <translation>الإجراءات التي لم تُرسل</translation>
    </message>
    <message>
        <source>Acts needing a choice</source>
        <translation>الإجراءات بانتظار المعالجة</translation>
    </message>
    <message>
        <source>Drafts begun and not confirmed</source>
        <translation>المسودات التي لم تُؤكد</translation>
    </message>
    <message>
        <source>Requests due on the next working day</source>
        <translation>الطلبات التي تنتهي مهلتها في يوم العمل التالي</translation>
    </message>
</context>
<context>
    <name>tawasul::ErrorText</name>
    <message>
        <source>The printing service did not answer in time, and the sheets may have been printed. Recorded work is kept. Check the printer before trying again.</source>
        <translation>لم تستجب خدمة الطباعة في الوقت المحدد، وقد تكون الأوراق طُبعت. العمل المسجل محفوظ. يلزم التحقق من الطابعة قبل إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Page %1 could not be prepared for printing.</source>
        <comment>%1 a number</comment>
        <translation>تعذر تجهيز الصفحة %1 للطباعة.</translation>
    </message>
    <message>
        <source>Open the page on the screen, then try again, or choose other pages. If it repeats, contact technical support.</source>
        <translation>يمكن عرض الصفحة على الشاشة ثم إعادة المحاولة، أو اختيار صفحات أخرى. عند التكرار يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The request changed while the act was being written. The text is kept. Review the request as it is now, then confirm again.</source>
        <translation>تغيّر الطلب أثناء كتابة الإجراء. النص محفوظ. تلزم مراجعة الطلب بوضعه الحالي ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>The request is no longer assigned to this account, so the act was not recorded. The text is kept as a draft. Contact the section supervisor if the request should be returned to this list.</source>
        <translation>لم يعد الطلب مسندًا إلى هذا الحساب، فلم يُسجَّل الإجراء. النص محفوظ مسودةً. يمكن التواصل مع مشرف القسم لإعادة إسناد الطلب.</translation>
    </message>
    <message>
        <source>This act is not possible in the present status of the request, so it was not recorded. The text is kept as a draft. Review the history, then choose another act.</source>
        <translation>هذا الإجراء غير ممكن في الحالة الراهنة للطلب، فلم يُسجَّل. النص محفوظ مسودةً. تلزم مراجعة سجل الحركة ثم تحديد إجراء آخر.</translation>
    </message>
    <message>
        <source>The act is incomplete or does not agree with the reference data, so it was not recorded. The text is kept. Check the reason, the reply and the proof of execution, then confirm again.</source>
        <translation>الإجراء غير مكتمل أو لا يوافق البيانات المرجعية، فلم يُسجَّل. النص محفوظ. تلزم مراجعة السبب والرد وبيانات التنفيذ ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>The reply says that the matter is done, but there is no operation number, so it was not recorded. The text is kept. Enter the operation number, or choose approval awaiting execution.</source>
        <translation>الرد يفيد بالإنجاز ولا يوجد رقم عملية، فلم يُسجَّل الإجراء. النص محفوظ. يلزم إدخال رقم العملية، أو تحديد الموافقة بانتظار التنفيذ.</translation>
    </message>
    <message>
        <source>The time of execution lies in the future, so the act was not recorded. The text is kept. Correct the date or the time, then confirm again.</source>
        <translation>وقت التنفيذ لاحق للوقت الحالي، فلم يُسجَّل الإجراء. النص محفوظ. يلزم تصحيح التاريخ أو الوقت ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>The request awaits execution and can only be completed with an operation number. The text is kept. Enter the operation number and its time.</source>
        <translation>الطلب بانتظار التنفيذ ولا تُنهى معالجته إلا برقم العملية. النص محفوظ. يلزم إدخال رقم العملية ووقتها.</translation>
    </message>
    <message>
        <source>The reference data has not arrived on this device yet, so nothing was recorded. The text is kept. Connect to the central system, then try again.</source>
        <translation>لم تصل البيانات المرجعية إلى هذا الجهاز بعد، فلم يُسجَّل شيء. النص محفوظ. يلزم الاتصال بالنظام المركزي ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>This account is open in another window of the program. The work of both is kept. Continue in the other window, or close it and sign in again.</source>
        <translation>هذا الحساب مفتوح في نافذة أخرى من البرنامج. العمل في النافذتين محفوظ. يمكن المتابعة في النافذة الأخرى، أو إغلاقها وتسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>The folder of this account cannot be written, so nothing was recorded. What was recorded before is kept. Contact technical support to restore write access.</source>
        <translation>تعذّرت الكتابة في مجلد هذا الحساب، فلم يُسجَّل شيء. ما سُجّل سابقًا محفوظ. يلزم التواصل مع الدعم الفني لإتاحة الكتابة.</translation>
    </message>
    <message>
        <source>The disk accepts no writing, so the act was not recorded. The text is kept on screen. Copy it, then contact technical support to restore write access.</source>
        <translation>القرص لا يقبل الكتابة، فلم يُسجَّل الإجراء. النص باقٍ على الشاشة. يلزم نسخه ثم التواصل مع الدعم الفني لإتاحة الكتابة.</translation>
    </message>
    <message>
        <source>The disk is full, so the act was not recorded. The text is kept on screen, and earlier acts are safe. Free some space, then confirm again.</source>
        <translation>القرص ممتلئ، فلم يُسجَّل الإجراء. النص باقٍ على الشاشة والإجراءات السابقة محفوظة. يلزم توفير مساحة ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>Another operation is using the file of this account, so the act was not recorded. The text is kept. Try again shortly.</source>
        <translation>ملف هذا الحساب مستخدم في عملية أخرى، فلم يُسجَّل الإجراء. النص محفوظ. تمكن إعادة المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>The disk reported a fault, so the act was not recorded. The text is kept on screen. Try again; if it repeats, contact technical support.</source>
        <translation>أبلغ القرص عن عطل، فلم يُسجَّل الإجراء. النص باقٍ على الشاشة. تمكن إعادة المحاولة، وإن تكرر العطل يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The file of this account is damaged, so the act was not recorded. The text is kept on screen. Copy it, then contact technical support.</source>
        <translation>ملف هذا الحساب تالف، فلم يُسجَّل الإجراء. النص باقٍ على الشاشة. يلزم نسخه ثم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The file of this account was written by a newer version of the program. Nothing in it was changed. Update the program, then sign in again.</source>
        <translation>كُتب ملف هذا الحساب بإصدار أحدث من البرنامج. لم يتغير فيه شيء. يلزم تحديث البرنامج ثم تسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>The attachment arrived damaged and was discarded. The original at the central system is untouched. Download it again.</source>
        <translation>وصل المرفق تالفًا فاستُبعد. الأصل في النظام المركزي لم يتأثر. يلزم تنزيله من جديد.</translation>
    </message>
    <message>
        <source>What was entered breaks a rule, so it was not recorded. The text is kept. Review it, then try again.</source>
        <translation>المدخلات تخالف إحدى القواعد، فلم تُسجَّل. النص محفوظ. تلزم مراجعته ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>What was asked for does not exist, or not for this account. Nothing was changed. Return to the worklist.</source>
        <translation>المطلوب غير موجود أو غير متاح لهذا الحساب. لم يتغير شيء. يمكن الرجوع إلى قائمة العمل.</translation>
    </message>
    <message>
        <source>The session has ended. Recorded work is kept. Sign in again to continue.</source>
        <translation>انتهت الجلسة. ما سُجّل محفوظ. يلزم تسجيل الدخول من جديد للمتابعة.</translation>
    </message>
    <message>
        <source>This account may not do this, so nothing was recorded. The text is kept. Contact the section supervisor.</source>
        <translation>صلاحية هذا الحساب لا تشمل هذا الإجراء، فلم يُسجَّل شيء. النص محفوظ. يمكن التواصل مع مشرف القسم.</translation>
    </message>
    <message>
        <source>The request has changed meanwhile, so nothing was recorded. The text is kept. Review the request as it is now, then try again.</source>
        <translation>تغيّر الطلب في هذه الأثناء، فلم يُسجَّل شيء. النص محفوظ. تلزم مراجعة الطلب بوضعه الحالي ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>There is no connection to the central system. Recorded work is kept and will be sent once the connection returns.</source>
        <translation>لا يوجد اتصال بالنظام المركزي. ما سُجّل محفوظ. سيُرسل عند عودة الاتصال.</translation>
    </message>
    <message>
        <source>The system is busy. Recorded work is kept. Try again shortly.</source>
        <translation>النظام مشغول. ما سُجّل محفوظ. تمكن إعادة المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>The central system could not answer. Recorded work is kept and will be sent again by itself.</source>
        <translation>تعذّر الرد من النظام المركزي. ما سُجّل محفوظ. سيُعاد إرساله تلقائيًا.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was recorded. What is on screen is kept. Free some space, then try again.</source>
        <translation>القرص ممتلئ، فلم يُسجَّل شيء. ما على الشاشة محفوظ. يلزم توفير مساحة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The disk refused, so nothing was recorded. What is on screen is kept. Try again; if it repeats, contact technical support.</source>
        <translation>تعذّرت الكتابة على القرص، فلم يُسجَّل شيء. ما على الشاشة محفوظ. تمكن إعادة المحاولة، وإن تكرر العطل يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The data is damaged and was not used. Earlier work is kept. Contact technical support.</source>
        <translation>البيانات تالفة فلم تُستخدم. ما سُجّل سابقًا محفوظ. يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The data comes from a newer version of the program. Nothing was changed. Update the program.</source>
        <translation>البيانات من إصدار أحدث من البرنامج. لم يتغير شيء. يلزم تحديث البرنامج.</translation>
    </message>
    <message>
        <source>The operation was stopped before it ended. What is on screen is kept. Try again if it is still needed.</source>
        <translation>توقفت العملية قبل اكتمالها. ما على الشاشة محفوظ. تمكن إعادة المحاولة عند الحاجة.</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (الرمز %2)</translation>
    </message>
    <message>
        <source>The user name or the password is not correct. Recorded work is kept. Check both, and the keyboard language, then try again.</source>
        <translation>اسم المستخدم أو كلمة المرور غير صحيحة. العمل المسجّل محفوظ. يلزم التحقق منهما ومن لغة لوحة المفاتيح، ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>There were too many attempts in a short time. Recorded work is kept. Try again after a minute.</source>
        <translation>تكررت المحاولات في وقت قصير. العمل المسجّل محفوظ. تمكن إعادة المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>The central system cannot be reached, and this account has not been used on this device yet. Nothing was changed. The first sign-in needs a connection; try again when it returns.</source>
        <translation>يتعذّر الوصول إلى النظام المركزي، ولم يسبق استخدام هذا الحساب على هذا الجهاز. لم يتغير شيء. الدخول الأول يتطلب اتصالًا؛ تمكن إعادة المحاولة عند عودته.</translation>
    </message>
    <message>
        <source>The address belongs to a training system, while this program is set up for real work. No password was sent. Contact technical support to correct the address.</source>
        <translation>العنوان لنظام تدريب، وهذا البرنامج مهيأ للعمل الفعلي. لم تُرسل كلمة المرور. يلزم التواصل مع الدعم الفني لتصحيح العنوان.</translation>
    </message>
    <message>
        <source>The address belongs to the real central system, while this program is set up for training. No password was sent. Contact technical support to correct the address.</source>
        <translation>العنوان للنظام المركزي الفعلي، وهذا البرنامج مهيأ للتدريب. لم تُرسل كلمة المرور. يلزم التواصل مع الدعم الفني لتصحيح العنوان.</translation>
    </message>
    <message>
        <source>The data kept for this account belongs to another central system. Nothing in it was changed. Contact technical support.</source>
        <translation>البيانات المحفوظة لهذا الحساب تعود إلى نظام مركزي آخر. لم يتغير فيها شيء. يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The answer of the central system could not be understood and was not used. Recorded work is kept and will be sent again by itself. If it repeats, contact technical support.</source>
        <translation>وردت من النظام المركزي إجابة غير مفهومة ولم تُستخدم. العمل المسجّل محفوظ ويُعاد إرساله تلقائيًا. عند تكرار ذلك يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The request has left this list: it was reassigned or closed. Work recorded on it is kept and will be sent, and a draft of it is kept on this device. Return to the worklist.</source>
        <translation>خرج الطلب من هذه القائمة لإعادة إسناده أو لانتهائه. ما سُجّل عليه محفوظ وسيُرسل، والمسودة محفوظة على هذا الجهاز. يمكن الرجوع إلى قائمة العمل.</translation>
    </message>
    <message>
        <source>The disk accepts no writing.</source>
        <translation>القرص لا يقبل الكتابة.</translation>
    </message>
    <message>
        <source>Contact technical support to restore write access.</source>
        <translation>يلزم التواصل مع الدعم الفني لإتاحة الكتابة.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>يلزم توفير مساحة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Another operation is using the file of this account.</source>
        <translation>ملف هذا الحساب مشغول بعملية أخرى.</translation>
    </message>
    <message>
        <source>Try again shortly.</source>
        <translation>تمكن إعادة المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>The disk reported a fault.</source>
        <translation>أبلغ القرص عن عطل.</translation>
    </message>
    <message>
        <source>Try again; if it repeats, contact technical support.</source>
        <translation>تمكن إعادة المحاولة، وإن تكرر ذلك يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The data kept on this device is damaged.</source>
        <translation>البيانات المحفوظة على هذا الجهاز تالفة.</translation>
    </message>
    <message>
        <source>Start the program again; if it repeats, contact technical support.</source>
        <translation>تلزم إعادة تشغيل البرنامج، وإن تكرر ذلك يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The data kept on this device was written by a newer version of the program.</source>
        <translation>البيانات المحفوظة على هذا الجهاز كتبها إصدار أحدث من البرنامج.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>يلزم تحديث البرنامج.</translation>
    </message>
    <message>
        <source>The operation was not possible.</source>
        <translation>تعذّر إتمام العملية.</translation>
    </message>
    <message>
        <source>The draft was not saved: what was typed is there only as long as the request stays open. Recorded work is kept.</source>
        <translation>لم تُحفظ المسودة: ما كُتب باقٍ ما دام الطلب مفتوحًا فقط. العمل المسجَّل محفوظ.</translation>
    </message>
    <message>
        <source>The sign-in did not complete, and nothing was changed.</source>
        <translation>لم يكتمل تسجيل الدخول، ولم يتغير شيء.</translation>
    </message>
    <message>
        <source>What is shown may be behind the central system. Recorded work is kept and will be sent.</source>
        <translation>قد يكون المعروض أقدم مما في النظام المركزي. العمل المسجَّل محفوظ وسيُرسل.</translation>
    </message>
    <message>
        <source>The central system signs with a key that this device cannot verify. Recorded work is kept and is not counted as acknowledged. Contact technical support.</source>
        <translation>يوقّع النظام المركزي بمفتاح يتعذّر على هذا الجهاز التحقق منه. ما سُجّل محفوظ ولا يُعدّ مؤكدًا. يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>An acknowledgement of the central system could not be verified and was not used. Recorded work is kept and will be sent again by itself. If it repeats, contact technical support.</source>
        <translation>تعذّر التحقق من تأكيد ورد من النظام المركزي، فلم يُعتمد عليه. ما سُجّل محفوظ ويُعاد إرساله تلقائيًا. إن تكرر ذلك يلزم التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>Somebody has adopted or dismissed this proposal meanwhile, so nothing was recorded. The text is kept. Review the history, then decide anew.</source>
        <translation>سبق الأخذ بهذا المقترح أو صرف النظر عنه، فلم يُسجّل شيء. النص محفوظ. تلزم مراجعة السجل ثم اتخاذ القرار من جديد.</translation>
    </message>
    <message>
        <source>The printing service of this device was not found. Nothing was printed, and recorded work is kept. Save the sheet as a PDF file, or contact technical support.</source>
        <translation>تعذر العثور على خدمة الطباعة في هذا الجهاز. لم يُطبع شيء، والعمل المسجل محفوظ. يمكن حفظ الورقة في ملف PDF، أو التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The printing service did not accept the sheet. Nothing was printed, and recorded work is kept. Check the printer and try again, or save the sheet as a PDF file.</source>
        <translation>لم تقبل خدمة الطباعة الورقة. لم يُطبع شيء، والعمل المسجل محفوظ. يلزم التحقق من الطابعة ثم إعادة المحاولة، أو حفظ الورقة في ملف PDF.</translation>
    </message>
    <message>
        <source>The file could not be written. Nothing was saved, and recorded work is kept. Choose another folder, then try again.</source>
        <translation>تعذرت كتابة الملف. لم يُحفظ شيء، والعمل المسجل محفوظ. يلزم اختيار مجلد آخر ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The sheets are too large for the memory of this device. Nothing was printed, and recorded work is kept. Choose fewer pages, then try again.</source>
        <translation>تتجاوز الصفحات ذاكرة هذا الجهاز. لم يُطبع شيء، والعمل المسجل محفوظ. يلزم اختيار عدد أقل من الصفحات ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Nothing was printed. Recorded work is kept.</source>
        <translation>لم يُطبع شيء. العمل المسجل محفوظ.</translation>
    </message>
    <message>
        <source>This account may not print that. Nothing was printed, and recorded work is kept. Whoever manages accounts can say who may.</source>
        <translation>لا تتيح صلاحيات هذا الحساب طباعة ذلك. لم يُطبع شيء، والعمل المسجل محفوظ. يلزم الرجوع إلى مدير النظام عند الحاجة.</translation>
    </message>
    <message>
        <source>This account may not distribute requests or record leaves, so nothing was recorded. What was chosen is kept on screen. Contact the region supervisor.</source>
        <translation>لا يملك هذا الحساب صلاحية توزيع الطلبات أو تسجيل الإجازات، فلم يُسجَّل شيء. ما اختير محفوظ على الشاشة. يلزم التواصل مع مشرف المنطقة.</translation>
    </message>
    <message>
        <source>The order is incomplete, so it was not recorded. What was chosen is kept. Check the requests and the rule, then try again.</source>
        <translation>الأمر غير مكتمل، فلم يُسجَّل. ما اختير محفوظ. يلزم التحقق من الطلبات والقاعدة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The rule ends before it begins, so nothing was recorded. What was chosen is kept. Correct the days of the deadline, then try again.</source>
        <translation>نهاية القاعدة تسبق بدايتها، فلم يُسجَّل شيء. ما اختير محفوظ. يلزم تصحيح أيام انتهاء المهلة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The order is about more requests than are assigned at once, so nothing was recorded. What was chosen is kept. Narrow the selection or the rule, then try again.</source>
        <translation>عدد طلبات الأمر أكبر مما يُسند في المرة الواحدة، فلم يُسجَّل شيء. ما اختير محفوظ. يلزم تضييق التحديد أو القاعدة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>No request fits the rule any more, so nothing was assigned. What was chosen is kept. Change the rule, then try again.</source>
        <translation>لم يعد هناك طلب تنطبق عليه القاعدة، فلم يُسند شيء. ما اختير محفوظ. يلزم تعديل القاعدة ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The time for undoing this assignment is over, so nothing was changed. The assignment stays. The requests can be reassigned by a further order.</source>
        <translation>انتهت مدة التراجع عن هذا الإسناد، فلم يتغيّر شيء. الإسناد باقٍ. يمكن إعادة إسناد الطلبات بأمر آخر.</translation>
    </message>
    <message>
        <source>This order is not known, or belongs to another account, so nothing was changed. Recorded work is kept. Look at the list of orders.</source>
        <translation>هذا الأمر غير معروف أو يتبع حسابًا آخر، فلم يتغيّر شيء. العمل المسجَّل محفوظ. يلزم الرجوع إلى قائمة الأوامر.</translation>
    </message>
    <message>
        <source>Another order was recorded under the same number, so this one was not carried out. Recorded work is kept. Record the order anew.</source>
        <translation>سُجّل أمر آخر بالرقم نفسه، فلم يُنفَّذ هذا الأمر. العمل المسجَّل محفوظ. يلزم تسجيل الأمر من جديد.</translation>
    </message>
    <message>
        <source>This account may not assign requests, so nothing was assigned. What was chosen is kept. Contact the region supervisor.</source>
        <translation>لا يملك هذا الحساب صلاحية إسناد الطلبات، فلم يُسند شيء. ما اختير محفوظ. يلزم التواصل مع مشرف المنطقة.</translation>
    </message>
    <message>
        <source>The leave is incomplete, so it was not recorded. What was entered is kept. Check the officer and the days, then confirm again.</source>
        <translation>الإجازة غير مكتملة، فلم تُسجَّل. ما أُدخل محفوظ. يلزم التحقق من الموظف والأيام ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>There is no such officer within this account&apos;s scope, so the leave was not recorded. What was entered is kept. Choose another officer.</source>
        <translation>الموظف ليس ضمن نطاق هذا الحساب، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار موظف آخر.</translation>
    </message>
    <message>
        <source>A day of the leave is missing, so it was not recorded. What was entered is kept. Enter the first and the last day, then confirm again.</source>
        <translation>أحد يومي الإجازة ناقص، فلم تُسجَّل. ما أُدخل محفوظ. يلزم إدخال أول يوم وآخر يوم ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>The leave ends before it begins, so it was not recorded. What was entered is kept. Correct the last day, then confirm again.</source>
        <translation>نهاية الإجازة تسبق بدايتها، فلم تُسجَّل. ما أُدخل محفوظ. يلزم تصحيح آخر يوم ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>The leave begins before today, so it was not recorded. What was entered is kept. Correct the first day, then confirm again.</source>
        <translation>بداية الإجازة قبل اليوم، فلم تُسجَّل. ما أُدخل محفوظ. يلزم تصحيح أول يوم ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>An absence begins today and not later, so it was not recorded. What was entered is kept. Record planned days instead.</source>
        <translation>الغياب يبدأ من اليوم لا بعده، فلم يُسجَّل. ما أُدخل محفوظ. يلزم تسجيل أيام محددة بدلًا منه.</translation>
    </message>
    <message>
        <source>Planned days need a substitute, so the leave was not recorded. What was entered is kept. Choose a substitute, then confirm again.</source>
        <translation>الأيام المحددة تتطلب بديلًا، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار بديل ثم التأكيد من جديد.</translation>
    </message>
    <message>
        <source>An officer cannot be their own substitute, so the leave was not recorded. What was entered is kept. Choose somebody else.</source>
        <translation>لا يكون الموظف بديلًا عن نفسه، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار موظف آخر.</translation>
    </message>
    <message>
        <source>There is no such substitute, so the leave was not recorded. What was entered is kept. Choose somebody else.</source>
        <translation>البديل غير معروف، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار موظف آخر.</translation>
    </message>
    <message>
        <source>The substitute does not work in the officer&apos;s section or region, so the leave was not recorded. What was entered is kept. Choose somebody else.</source>
        <translation>البديل لا يعمل في قسم الموظف أو منطقته، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار موظف آخر.</translation>
    </message>
    <message>
        <source>The substitute is on leave on one of these days, so the leave was not recorded. What was entered is kept. Choose somebody else, or other days.</source>
        <translation>البديل في إجازة في أحد هذه الأيام، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار موظف آخر أو أيام أخرى.</translation>
    </message>
    <message>
        <source>The officer is already on leave on one of these days, so the leave was not recorded. What was entered is kept. Choose other days, or end the other leave first.</source>
        <translation>للموظف إجازة أخرى في أحد هذه الأيام، فلم تُسجَّل الإجازة. ما أُدخل محفوظ. يلزم اختيار أيام أخرى أو إنهاء الإجازة الأخرى أولًا.</translation>
    </message>
    <message>
        <source>This account may not record leaves of that officer, so nothing was changed. What was entered is kept. Contact the region supervisor.</source>
        <translation>لا يملك هذا الحساب صلاحية تسجيل إجازات هذا الموظف، فلم يتغيّر شيء. ما أُدخل محفوظ. يلزم التواصل مع مشرف المنطقة.</translation>
    </message>
    <message>
        <source>This leave is not known, so nothing was changed. Recorded work is kept. Look at the list of leaves.</source>
        <translation>هذه الإجازة غير معروفة، فلم يتغيّر شيء. العمل المسجَّل محفوظ. يلزم الرجوع إلى قائمة الإجازات.</translation>
    </message>
    <message>
        <source>Somebody changed this leave meanwhile, so nothing was changed. Recorded work is kept. Look at the leave as it is now, then try again.</source>
        <translation>عُدّلت هذه الإجازة في أثناء ذلك، فلم يتغيّر شيء. العمل المسجَّل محفوظ. يلزم الاطلاع على الإجازة بوضعها الحالي ثم إعادة المحاولة.</translation>
    </message>
    <message>
        <source>This leave is over, so nothing was changed. Recorded work is kept. Record a new leave if the officer is away again.</source>
        <translation>انتهت هذه الإجازة، فلم يتغيّر شيء. العمل المسجَّل محفوظ. تُسجَّل إجازة جديدة إذا غاب الموظف من جديد.</translation>
    </message>
    <message>
        <source>The leave has begun, so its first day stays and nothing was changed. What was entered is kept. End the leave, then record a new one.</source>
        <translation>بدأت الإجازة فيبقى أول يوم فيها كما هو، ولم يتغيّر شيء. ما أُدخل محفوظ. يلزم إنهاء الإجازة ثم تسجيل إجازة جديدة.</translation>
    </message>
    <message>
        <source>The order stands otherwise by now: it was sent, put on hold or ended. Nothing was changed, and it stays in its list. Check how it stands, then choose again.</source>
        <translation>تغيّرت حالة الأمر: أُرسل أو عُلّق أو انتهى. لم يتغيّر شيء، وهو باقٍ في قائمته. تُراجَع حالته ثم يُختار الإجراء مرة أخرى.</translation>
    </message>
    <message>
        <source>It is not clear which day these requests are of. Nothing was changed. Return to the board, then choose the number again.</source>
        <translation>لم يُعرف اليوم الذي تعود إليه هذه الطلبات. لم يتغيّر شيء. يُرجى العودة إلى صفحة توزيع الطلبات واختيار العدد مرة أخرى.</translation>
    </message>
    <message>
        <source>Something recorded on this device cannot be read. It is kept as it is, and nothing of it was sent. Contact technical support.</source>
        <translation>تعذّرت قراءة بعض ما سُجّل على هذا الجهاز. وهو محفوظ كما هو، ولم يُرسل منه شيء. يُرجى التواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>The central system was restored, so what was waiting was not sent. Recorded work is kept. Check what waits, then decide whether to send it again.</source>
        <translation>تمت استعادة النظام المركزي، فلم يُرسل ما كان بانتظار الإرسال. العمل المسجّل محفوظ. تُراجَع العناصر المنتظرة ثم يُقرَّر إرسالها من جديد.</translation>
    </message>
</context>
<context>
    <name>tawasul::FactGrid</name>
    <message>
        <source>Code: %1</source>
        <translation>الرمز: %1</translation>
    </message>
</context>
<context>
    <name>tawasul::FactWords</name>
    <message>
        <source>The check digit is wrong</source>
        <translation>رقم التحقق غير صحيح</translation>
    </message>
    <message>
        <source>The check digit could not be confirmed</source>
        <translation>تعذّر تأكيد رقم التحقق</translation>
    </message>
    <message>
        <source>Link to the applicant&apos;s account</source>
        <translation>الارتباط بحساب مقدم الطلب</translation>
    </message>
    <message>
        <source>Linked to the account</source>
        <translation>مرتبط بالحساب</translation>
    </message>
    <message>
        <source>Not linked to the account</source>
        <translation>غير مرتبط بالحساب</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>لم يُتحقق منه بعد</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>تاريخ التحقق %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>الاسم بالأحرف اللاتينية</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>الصلة بمقدم الطلب</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>رقم الجواز</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Subject of the request</source>
        <translation>صاحب العلاقة</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Service deadline</source>
        <translation>مهلة الخدمة</translation>
    </message>
    <message>
        <source>Statutory deadline</source>
        <translation>المهلة النظامية</translation>
    </message>
    <message>
        <source>Statutory rule</source>
        <translation>القاعدة النظامية</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>تاريخ تقديم الطلب</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>مسند إلى</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسند</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
</context>
<context>
    <name>tawasul::FactsSide</name>
    <message>
        <source>No attachments</source>
        <translation>لا توجد مرفقات</translation>
    </message>
    <message>
        <source>Description of the request</source>
        <translation>وصف الطلب</translation>
    </message>
    <message>
        <source>Preliminary checks</source>
        <translation>التحقق الأولي</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل الحركة</translation>
    </message>
    <message>
        <source>Attachments (%1)</source>
        <translation>المرفقات (%1)</translation>
    </message>
    <message>
        <source>The applicant wrote no description.</source>
        <translation>لم يكتب مقدم الطلب وصفًا.</translation>
    </message>
</context>
<context>
    <name>tawasul::FigureTile</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What is counted, and how many</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation>البحث في المستند</translation>
    </message>
    <message>
        <source>Close the search (%1)</source>
        <translation>إغلاق البحث (%1)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <extracomment>Which place of how many found until now; the search goes on</extracomment>
        <translation>%1 من %2 حتى الآن</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>places found</comment>
        <extracomment>Which place of how many</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>The document is made of images and cannot be searched.</source>
        <translation>المستند صور لا يمكن البحث فيها.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are images and cannot be searched.</source>
        <translation>
            <numerusform>لا صفحات مصوّرة.</numerusform>
            <numerusform>صفحة واحدة مصوّرة لا يمكن البحث فيها.</numerusform>
            <numerusform>صفحتان مصوّرتان لا يمكن البحث فيهما.</numerusform>
            <numerusform>%n صفحات مصوّرة لا يمكن البحث فيها.</numerusform>
            <numerusform>%n صفحة مصوّرة لا يمكن البحث فيها.</numerusform>
            <numerusform>%n صفحة مصوّرة لا يمكن البحث فيها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>لا صفحات تعذّرت قراءتها.</numerusform>
            <numerusform>تعذّرت قراءة صفحة واحدة.</numerusform>
            <numerusform>تعذّرت قراءة صفحتين.</numerusform>
            <numerusform>تعذّرت قراءة %n صفحات.</numerusform>
            <numerusform>تعذّرت قراءة %n صفحة.</numerusform>
            <numerusform>تعذّرت قراءة %n صفحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be more than is shown here.</source>
        <translation>قد توجد مواضع أخرى غير المعروضة هنا.</translation>
    </message>
</context>
<context>
    <name>tawasul::FindingWords</name>
    <message>
        <source>scripts: %1</source>
        <translation>برامج نصية: %1</translation>
    </message>
    <message>
        <source>actions that start programs: %1</source>
        <translation>إجراءات لتشغيل برامج: %1</translation>
    </message>
    <message>
        <source>actions that send data: %1</source>
        <translation>إجراءات لإرسال بيانات: %1</translation>
    </message>
    <message>
        <source>embedded files: %1</source>
        <translation>ملفات مضمّنة: %1</translation>
    </message>
    <message>
        <source>external links: %1</source>
        <translation>روابط خارجية: %1</translation>
    </message>
    <message>
        <source>an action when the file is opened</source>
        <translation>إجراء عند فتح الملف</translation>
    </message>
    <message>
        <source>an interactive form</source>
        <translation>نموذج تفاعلي</translation>
    </message>
    <message>
        <source>sound or video</source>
        <translation>وسائط صوتية أو مرئية</translation>
    </message>
    <message>
        <source>changes after it was first saved</source>
        <translation>تعديلات لاحقة للحفظ الأول</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>تشفير</translation>
    </message>
    <message>
        <source>The file contains: %1. None of it is run here.</source>
        <comment>%1 is a list</comment>
        <translation>يتضمن الملف: %1. لا يُشغَّل شيء من ذلك هنا.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Not all of the file could be examined.</source>
        <translation>تعذّر فحص الملف كاملًا.</translation>
    </message>
    <message>
        <source>The file could not be examined. What it may start or send in another program is not known.</source>
        <translation>تعذّر فحص الملف، ولا يُعرف ما قد يشغّله أو يرسله عند فتحه ببرنامج آخر.</translation>
    </message>
</context>
<context>
    <name>tawasul::FlowChart</name>
    <message>
        <source>Received and closed by day</source>
        <translation>الوارد والمنجز حسب اليوم</translation>
    </message>
    <message>
        <source>Closed on %1: %2</source>
        <extracomment>%1 a day, %2 such as 3 requests</extracomment>
        <translation>المنجز في %1: %2</translation>
    </message>
    <message>
        <source>Received on %1: %2</source>
        <translation>الوارد في %1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::GoToPage</name>
    <message>
        <source>Go to page</source>
        <translation>الانتقال إلى صفحة</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>After the field with the number of a page</extracomment>
        <translation>من %1</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>انتقال</translation>
    </message>
</context>
<context>
    <name>tawasul::HeatMap</name>
    <message>
        <source>Deadlines by officer and day</source>
        <translation>المهل حسب الموظف واليوم</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <extracomment>%1 a name, %2 a day such as Today, %3 such as 3 requests</extracomment>
        <translation>%1 – %2: %3</translation>
    </message>
</context>
<context>
    <name>tawasul::HistoryWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>An act and its reason</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>To the section “%1”</source>
        <translation>إلى القسم «%1»</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>Operation number %1, %2 %3</source>
        <translation>رقم العملية %1، %2 %3</translation>
    </message>
    <message>
        <source>Recorded without a connection, %1 %2</source>
        <translation>سُجّل دون اتصال، %1 %2</translation>
    </message>
    <message>
        <source>Proposed by %1</source>
        <translation>بمقترح من %1</translation>
    </message>
</context>
<context>
    <name>tawasul::LabelPicker</name>
    <message>
        <source>What the pages show</source>
        <translation>ما تتضمنه الصفحات</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Remove the labels</source>
        <translation>إزالة التسمية</translation>
    </message>
    <message>
        <source>Enter labels the pages; Space adds to their labels.</source>
        <translation>بمفتاح الإدخال تُسمّى الصفحات، وبمفتاح المسافة تُضاف تسمية أخرى.</translation>
    </message>
</context>
<context>
    <name>tawasul::LabelRow</name>
    <message>
        <source>No page is labelled</source>
        <translation>لم تُسمَّ أي صفحة</translation>
    </message>
    <message>
        <source>All pages are labelled</source>
        <translation>جميع الصفحات مسمّاة</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) without a label</source>
        <translation>
            <numerusform>لا صفحات بلا تسمية</numerusform>
            <numerusform>صفحة بلا تسمية</numerusform>
            <numerusform>صفحتان بلا تسمية</numerusform>
            <numerusform>%n صفحات بلا تسمية</numerusform>
            <numerusform>%n صفحة بلا تسمية</numerusform>
            <numerusform>%n صفحة بلا تسمية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::LabelWords</name>
    <message>
        <source>None of the documents</source>
        <translation>لا تتضمن مستندًا</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between documents</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>pages</comment>
        <extracomment>%1 pages such as 1–2, %2 the document they show</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tawasul::LeaveSheet</name>
    <message>
        <source>Recording a leave</source>
        <translation>تسجيل إجازة</translation>
    </message>
    <message>
        <source>Absent today</source>
        <translation>غياب اليوم</translation>
    </message>
    <message>
        <source>Absent until further notice</source>
        <translation>غياب حتى إشعار آخر</translation>
    </message>
    <message>
        <source>Planned days</source>
        <translation>أيام محددة</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>البديل</translation>
    </message>
    <message>
        <source>Record the leave</source>
        <translation>تسجيل الإجازة</translation>
    </message>
    <message>
        <source>Close (%1)</source>
        <translation>إغلاق (%1)</translation>
    </message>
    <message>
        <source>Requests that would go to the officer on these days go to the substitute. What the officer already has stays until it is reassigned.</source>
        <translation>ما يرد للموظف في هذه الأيام يُسند إلى البديل. تبقى الطلبات المسندة إليه حتى يُعاد إسنادها.</translation>
    </message>
    <message>
        <source>Away today only: %1. What the officer has stays until it is reassigned.</source>
        <translation>غياب اليوم فقط: %1. تبقى الطلبات المسندة إلى الموظف حتى يُعاد إسنادها.</translation>
    </message>
    <message>
        <source>Away from today, %1, until the leave is ended. What the officer has stays until it is reassigned.</source>
        <translation>غياب من اليوم، %1، حتى إنهاء الإجازة. تبقى الطلبات المسندة إلى الموظف حتى يُعاد إسنادها.</translation>
    </message>
    <message>
        <source>Substitute (optional)</source>
        <translation>البديل (اختياري)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>as a substitute</comment>
        <translation>بلا بديل</translation>
    </message>
    <message>
        <source>%1 (on leave)</source>
        <extracomment>%1 a name; the officer is on leave</extracomment>
        <translation>%1 (في إجازة)</translation>
    </message>
</context>
<context>
    <name>tawasul::LeavingCard</name>
    <message>
        <source>Close the window</source>
        <comment>title of the card that asks before it</comment>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Close now</source>
        <comment>the window, though something is unsent or unsaved</comment>
        <translation>الإغلاق الآن</translation>
    </message>
    <message>
        <source>The window closes by itself once everything has been sent…</source>
        <translation>تُغلق النافذة تلقائيًا عند اكتمال الإرسال…</translation>
    </message>
    <message>
        <source>What was typed last could not be saved on this device, and is lost by closing the window now. Saving is tried again by itself; freeing some space on the disk may help.</source>
        <translation>ما كُتب أخيرًا تعذّر حفظه على هذا الجهاز، ويُفقد بإغلاق النافذة الآن. تُعاد محاولة الحفظ تلقائيًا، وقد يفيد إخلاء مساحة على القرص.</translation>
    </message>
    <message>
        <source>Stay until everything is sent</source>
        <translation>البقاء حتى اكتمال الإرسال</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>تسجيل الخروج الآن</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of this account have not been sent to the central system.</source>
        <translation>
            <numerusform>لا إجراءات لهذا الحساب لم تُرسل إلى النظام المركزي.</numerusform>
            <numerusform>إجراء واحد لهذا الحساب لم يُرسل إلى النظام المركزي.</numerusform>
            <numerusform>إجراءان لهذا الحساب لم يُرسلا إلى النظام المركزي.</numerusform>
            <numerusform>%n إجراءات لهذا الحساب لم تُرسل إلى النظام المركزي.</numerusform>
            <numerusform>%n إجراءً لهذا الحساب لم تُرسل إلى النظام المركزي.</numerusform>
            <numerusform>%n إجراء لهذا الحساب لم تُرسل إلى النظام المركزي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of this account need a choice.</source>
        <translation>
            <numerusform>لا إجراءات لهذا الحساب بانتظار المعالجة.</numerusform>
            <numerusform>إجراء واحد لهذا الحساب بانتظار المعالجة.</numerusform>
            <numerusform>إجراءان لهذا الحساب بانتظار المعالجة.</numerusform>
            <numerusform>%n إجراءات لهذا الحساب بانتظار المعالجة.</numerusform>
            <numerusform>%n إجراءً لهذا الحساب بانتظار المعالجة.</numerusform>
            <numerusform>%n إجراء لهذا الحساب بانتظار المعالجة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) of this account have not been answered by the central system. They are sent only once this account signs in here again.</source>
        <extracomment>Orders of a supervisor: cases given to others, leaves. No other account carries them.</extracomment>
        <translation>
            <numerusform>لا أوامر لهذا الحساب بانتظار رد النظام المركزي.</numerusform>
            <numerusform>أمر واحد لهذا الحساب بانتظار رد النظام المركزي، ولا يُرسل إلا عند دخول هذا الحساب هنا مرة أخرى.</numerusform>
            <numerusform>أمران لهذا الحساب بانتظار رد النظام المركزي، ولا يُرسلان إلا عند دخول هذا الحساب هنا مرة أخرى.</numerusform>
            <numerusform>%n أوامر لهذا الحساب بانتظار رد النظام المركزي، ولا تُرسل إلا عند دخول هذا الحساب هنا مرة أخرى.</numerusform>
            <numerusform>%n أمرًا لهذا الحساب بانتظار رد النظام المركزي، ولا تُرسل إلا عند دخول هذا الحساب هنا مرة أخرى.</numerusform>
            <numerusform>%n أمر لهذا الحساب بانتظار رد النظام المركزي، ولا تُرسل إلا عند دخول هذا الحساب هنا مرة أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything recorded is kept on this device, and is sent once this account signs in here again.</source>
        <translation>كل ما سُجّل محفوظ على هذا الجهاز، ويُرسل عند دخول هذا الحساب عليه مرة أخرى.</translation>
    </message>
    <message>
        <source>There is no connection to the central system now.</source>
        <translation>لا يوجد اتصال بالنظام المركزي الآن.</translation>
    </message>
    <message>
        <source>Signing out by itself once everything has been sent…</source>
        <translation>يُسجَّل الخروج تلقائيًا عند اكتمال الإرسال…</translation>
    </message>
    <message>
        <source>What waits to be sent also goes once any other account signs in on this device, and that account cannot read it.</source>
        <translation>ما هو بانتظار الإرسال يُرسل أيضًا عند دخول أي حساب آخر على هذا الجهاز، دون إمكانية اطلاعه على محتواه.</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>نهاية الدوام</translation>
    </message>
    <message>
        <source>Everything recorded is kept on this device. What needs a choice or is held back is not sent before this account signs in here again and decides on it.</source>
        <translation>كل ما سُجّل محفوظ على هذا الجهاز. ما يحتاج إلى معالجة أو أوقف إرساله لا يُرسل قبل دخول هذا الحساب عليه مرة أخرى والبت فيه.</translation>
    </message>
    <message>
        <source>What was typed last could not be saved on this device, and is lost by signing out now. Saving is tried again by itself; freeing some space on the disk may help.</source>
        <translation>ما كُتب أخيرًا تعذّر حفظه على هذا الجهاز، ويُفقد بتسجيل الخروج الآن. تُعاد محاولة الحفظ تلقائيًا، وقد يفيد إخلاء مساحة على القرص.</translation>
    </message>
</context>
<context>
    <name>tawasul::LeftoverList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>further entries of a list</comment>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>إظهار ما كُتب</translation>
    </message>
    <message>
        <source>Hide what was written</source>
        <translation>إخفاء ما كُتب</translation>
    </message>
</context>
<context>
    <name>tawasul::LightPopover</name>
    <message>
        <source>Brightness and contrast</source>
        <translation>السطوع والتباين</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>السطوع</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Dark paper</source>
        <translation>خلفية داكنة للصفحة</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>كما في الملف</translation>
    </message>
</context>
<context>
    <name>tawasul::LoadChangeBars</name>
    <message>
        <source>Workload before and after</source>
        <translation>عبء العمل قبل الإسناد وبعده</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a name, %2 requests before and after</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::MarkLegend</name>
    <message>
        <source>Marks in the list</source>
        <translation>دلالة العلامات في القائمة</translation>
    </message>
</context>
<context>
    <name>tawasul::MarkedText</name>
    <message>
        <source>%1, valid. A click copies it.</source>
        <translation>%1، صحيح. يُنسخ بالنقر.</translation>
    </message>
    <message>
        <source>%1, the check digit could not be confirmed. A click copies it.</source>
        <translation>%1، تعذّر تأكيد رقم التحقق. يُنسخ بالنقر.</translation>
    </message>
    <message>
        <source>%1, the check digit is wrong. A click copies it.</source>
        <translation>%1، رقم التحقق غير صحيح. يُنسخ بالنقر.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
</context>
<context>
    <name>tawasul::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>التنقل</translation>
    </message>
</context>
<context>
    <name>tawasul::OfficerBars</name>
    <message>
        <source>Workload by officer</source>
        <translation>عبء العمل حسب الموظف</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a name, %2 such as 24 requests</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <extracomment>%1 a name, %2 such as Overdue, %3 such as 3 requests</extracomment>
        <translation>%1 – %2: %3</translation>
    </message>
    <message>
        <source>Actions: %1</source>
        <extracomment>%1 a name</extracomment>
        <translation>إجراءات: %1</translation>
    </message>
</context>
<context>
    <name>tawasul::OrderView</name>
    <message>
        <source>Each request of the order</source>
        <translation>طلبات الأمر</translation>
    </message>
    <message>
        <source>To the substitute: %1</source>
        <extracomment>On a button: give the requests to whoever stands in; %1 a name</extracomment>
        <translation>الإسناد إلى البديل: %1</translation>
    </message>
    <message numerus="yes">
        <source>The result of %n request(s) is not certain yet: it rests on orders that wait, or on data that is still being fetched.</source>
        <translation>
            <numerusform>لا نتائج غير مؤكدة.</numerusform>
            <numerusform>نتيجة طلب واحد غير مؤكدة بعد، لارتباطها بأمر منتظر أو ببيانات قيد الجلب.</numerusform>
            <numerusform>نتيجة طلبين غير مؤكدة بعد، لارتباطها بأوامر منتظرة أو ببيانات قيد الجلب.</numerusform>
            <numerusform>نتيجة %n طلبات غير مؤكدة بعد، لارتباطها بأوامر منتظرة أو ببيانات قيد الجلب.</numerusform>
            <numerusform>نتيجة %n طلبًا غير مؤكدة بعد، لارتباطها بأوامر منتظرة أو ببيانات قيد الجلب.</numerusform>
            <numerusform>نتيجة %n طلب غير مؤكدة بعد، لارتباطها بأوامر منتظرة أو ببيانات قيد الجلب.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves and accounts of the officers are not known on this device yet; the central system takes them into account.</source>
        <translation>إجازات الموظفين وحساباتهم غير معروفة على هذا الجهاز بعد، ويراعيها النظام المركزي عند التنفيذ.</translation>
    </message>
</context>
<context>
    <name>tawasul::OrderWords</name>
    <message>
        <source>the request is not within this account&apos;s scope</source>
        <translation>الطلب خارج نطاق هذا الحساب</translation>
    </message>
    <message>
        <source>the request has been closed</source>
        <translation>انتهت معالجة الطلب</translation>
    </message>
    <message>
        <source>the request changed after it was selected</source>
        <translation>تغيّر الطلب بعد تحديده</translation>
    </message>
    <message>
        <source>the request is already assigned so</source>
        <translation>الطلب مسند كذلك من قبل</translation>
    </message>
    <message>
        <source>there is no such officer</source>
        <translation>الموظف غير معروف</translation>
    </message>
    <message>
        <source>the officer&apos;s account was removed</source>
        <translation>أُلغي حساب الموظف</translation>
    </message>
    <message>
        <source>the officer does not work in that section or region</source>
        <translation>الموظف لا يعمل في هذا القسم أو هذه المنطقة</translation>
    </message>
    <message>
        <source>the officer is on leave</source>
        <translation>الموظف في إجازة</translation>
    </message>
    <message>
        <source>work on the request went on after the assignment</source>
        <translation>استمر العمل على الطلب بعد الإسناد</translation>
    </message>
    <message>
        <source>the central system gives a reason that this version does not know (code %1)</source>
        <translation>سبب من النظام المركزي لا يعرفه هذا الإصدار (الرمز %1)</translation>
    </message>
    <message>
        <source>No request fits this rule now.</source>
        <translation>لا يوجد طلب تنطبق عليه هذه القاعدة الآن.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) will be assigned</source>
        <translation>
            <numerusform>لن يُسند أي طلب</numerusform>
            <numerusform>سيُسند طلب واحد</numerusform>
            <numerusform>سيُسند طلبان</numerusform>
            <numerusform>ستُسند %n طلبات</numerusform>
            <numerusform>سيُسند %n طلبًا</numerusform>
            <numerusform>سيُسند %n طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) cannot be assigned</source>
        <translation>
            <numerusform>لا طلبات يتعذّر إسنادها</numerusform>
            <numerusform>يتعذّر إسناد طلب واحد</numerusform>
            <numerusform>يتعذّر إسناد طلبين</numerusform>
            <numerusform>يتعذّر إسناد %n طلبات</numerusform>
            <numerusform>يتعذّر إسناد %n طلبًا</numerusform>
            <numerusform>يتعذّر إسناد %n طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>two counts</comment>
        <extracomment>%1 how many requests will be assigned, %2 how many cannot be</extracomment>
        <translation>%1، و%2</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) assigned</source>
        <translation>
            <numerusform>لم يُسند أي طلب</numerusform>
            <numerusform>أُسند طلب واحد</numerusform>
            <numerusform>أُسند طلبان</numerusform>
            <numerusform>أُسندت %n طلبات</numerusform>
            <numerusform>أُسند %n طلبًا</numerusform>
            <numerusform>أُسند %n طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting to be assigned</source>
        <translation>
            <numerusform>لا طلبات بانتظار الإسناد</numerusform>
            <numerusform>طلب واحد بانتظار الإسناد</numerusform>
            <numerusform>طلبان بانتظار الإسناد</numerusform>
            <numerusform>%n طلبات بانتظار الإسناد</numerusform>
            <numerusform>%n طلبًا بانتظار الإسناد</numerusform>
            <numerusform>%n طلب بانتظار الإسناد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) could not be assigned</source>
        <translation>
            <numerusform>لم يتعذّر إسناد أي طلب</numerusform>
            <numerusform>تعذّر إسناد طلب واحد</numerusform>
            <numerusform>تعذّر إسناد طلبين</numerusform>
            <numerusform>تعذّر إسناد %n طلبات</numerusform>
            <numerusform>تعذّر إسناد %n طلبًا</numerusform>
            <numerusform>تعذّر إسناد %n طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between counts in one line</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a refusal</comment>
        <extracomment>%1 such as Not assigned, %2 why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Will be assigned</source>
        <comment>a request</comment>
        <translation>سيُسند</translation>
    </message>
    <message>
        <source>Assigned</source>
        <comment>a request</comment>
        <translation>أُسند</translation>
    </message>
    <message>
        <source>Will be assigned on reconnecting</source>
        <comment>a request</comment>
        <translation>يُسند عند عودة الاتصال</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a request to be assigned</comment>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Will not be assigned</source>
        <comment>a request</comment>
        <translation>لن يُسند</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <comment>a request</comment>
        <translation>تعذّر الإسناد</translation>
    </message>
    <message>
        <source>Unknown result</source>
        <translation>نتيجة غير معروفة</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <extracomment>Whose a request was, and whose it is to be; both names</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a group of requests</comment>
        <extracomment>%1 such as 3 requests, %2 why they cannot be assigned</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 before, %2 after (%3)</source>
        <extracomment>How many requests somebody has before and after, %3 the difference such as +6</extracomment>
        <translation>قبل %1، بعد %2 (%3)</translation>
    </message>
    <message>
        <source>Undoing an assignment</source>
        <translation>تراجع عن إسناد</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>an order of assignment</comment>
        <extracomment>%1 such as 12 requests, %2 a name</extracomment>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>Undone</source>
        <comment>an order</comment>
        <translation>تُراجع عنه</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>an order</comment>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <comment>an order</comment>
        <translation>لم يُقبل</translation>
    </message>
    <message>
        <source>Carried out in part</source>
        <comment>an order</comment>
        <translation>نُفّذ جزئيًا</translation>
    </message>
    <message>
        <source>Carried out</source>
        <comment>an order</comment>
        <translation>نُفّذ</translation>
    </message>
    <message>
        <source>Planned leave</source>
        <translation>إجازة</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>غياب</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>إجازة</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>dates</comment>
        <extracomment>The days of a leave: from a date to a date; or from a date until further notice</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>from %1 until further notice</source>
        <comment>dates</comment>
        <translation>من %1 حتى إشعار آخر</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a leave</comment>
        <extracomment>%1 such as Planned leave, %2 its days</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1; substitute: %2</source>
        <extracomment>%1 a leave, %2 a name</extracomment>
        <translation>%1، البديل: %2</translation>
    </message>
    <message>
        <source>To be confirmed again</source>
        <comment>an order or a leave</comment>
        <translation>بحاجة إلى تأكيد</translation>
    </message>
    <message>
        <source>An officer outside the scope of supervision</source>
        <extracomment>In the place of a name: an officer of whom the supervisor hears nothing</extracomment>
        <translation>موظف خارج نطاق الإشراف</translation>
    </message>
    <message>
        <source>An order that cannot be read</source>
        <translation>أمر تعذّرت قراءته</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <comment>an order</comment>
        <translation>تعذّرت القراءة</translation>
    </message>
    <message>
        <source>The central system was restored after it had answered, and may have forgotten this order. Sending it again does nothing twice.</source>
        <translation>تمت استعادة النظام المركزي بعد رده على هذا الأمر، وقد لا يكون الأمر محفوظًا لديه. إرساله من جديد لا يكرر التنفيذ.</translation>
    </message>
    <message>
        <source>The time for undoing ended while this was waiting, so the undoing may not be accepted.</source>
        <translation>انتهت مهلة التراجع أثناء انتظار الإرسال، وقد لا يُقبل التراجع.</translation>
    </message>
    <message>
        <source>The central system was restored while this order was waiting. It is not sent until it is decided whether to send it again.</source>
        <translation>تمت استعادة النظام المركزي والأمر بانتظار الإرسال. لا يُرسل قبل أن يُقرَّر إرساله من جديد.</translation>
    </message>
    <message>
        <source>This order is not sent any more, but an earlier try may have reached the central system. Sending it again does nothing twice.</source>
        <translation>أُوقف إرسال هذا الأمر، وقد تكون محاولة سابقة وصلت إلى النظام المركزي. إرساله من جديد لا يكرر التنفيذ.</translation>
    </message>
    <message>
        <source>This order was not sent, and no request was moved by it.</source>
        <translation>لم يُرسل هذا الأمر، ولم يُسند به أي طلب.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>a leave</comment>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Carried out</source>
        <comment>a leave</comment>
        <translation>نُفّذ</translation>
    </message>
    <message>
        <source>May have taken effect</source>
        <comment>a leave</comment>
        <translation>قد يكون نُفّذ</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <comment>a leave</comment>
        <translation>لم يُقبل</translation>
    </message>
    <message>
        <source>An earlier try may have taken effect. Check the leave as it stands now.</source>
        <translation>قد تكون محاولة سابقة قد نُفّذت. تُراجَع الإجازة بحالتها الحالية.</translation>
    </message>
    <message>
        <source>The central system was restored after it had answered, and may have forgotten this. Sending it again does nothing twice.</source>
        <translation>تمت استعادة النظام المركزي بعد رده، وقد لا تكون هذه الإجازة محفوظة لديه. إرسالها من جديد لا يكرر التنفيذ.</translation>
    </message>
    <message>
        <source>The central system was restored while this was waiting. It is not sent until it is decided whether to send it again.</source>
        <translation>تمت استعادة النظام المركزي والإجازة بانتظار الإرسال. لا تُرسل قبل أن يُقرَّر إرسالها من جديد.</translation>
    </message>
    <message>
        <source>This is not sent any more, but an earlier try may have reached the central system. Sending it again does nothing twice.</source>
        <translation>أُوقف الإرسال، وقد تكون محاولة سابقة وصلت إلى النظام المركزي. الإرسال من جديد لا يكرر التنفيذ.</translation>
    </message>
    <message>
        <source>This was not sent, and nothing was changed by it.</source>
        <translation>لم تُرسل، ولم يتغيّر بها شيء.</translation>
    </message>
    <message>
        <source>This order cannot be read any more; what was recorded of it is kept on this device.</source>
        <translation>تعذّرت قراءة هذا الأمر، وما سُجّل منه محفوظ على هذا الجهاز.</translation>
    </message>
    <message>
        <source>It was not accepted, and no request was moved by it.</source>
        <translation>لم يُقبل الأمر، ولم يُسند به أي طلب.</translation>
    </message>
    <message>
        <source>It may have been carried out: check its requests on the board before they are assigned anew.</source>
        <translation>قد يكون الأمر نُفّذ، ويلزم التحقق من طلباته في صفحة توزيع الطلبات قبل إسنادها من جديد.</translation>
    </message>
    <message>
        <source>It was not sent: withdraw it and assign its requests anew.</source>
        <translation>لم يُرسل الأمر، ويلزم سحبه وإسناد طلباته من جديد.</translation>
    </message>
    <message>
        <source>Technical support finds it by its number.</source>
        <translation>يُذكر رقم الأمر عند التواصل مع الدعم الفني.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) on hold</source>
        <translation>
            <numerusform>لا طلبات معلّقة</numerusform>
            <numerusform>طلب واحد معلّق</numerusform>
            <numerusform>طلبان معلّقان</numerusform>
            <numerusform>%n طلبات معلّقة</numerusform>
            <numerusform>%n طلبًا معلّقًا</numerusform>
            <numerusform>%n طلب معلّق</numerusform>
        </translation>
    </message>
    <message>
        <source>On hold</source>
        <comment>a request</comment>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>On hold, may have taken effect</source>
        <comment>an order</comment>
        <translation>معلّق، وقد يكون نُفّذ</translation>
    </message>
    <message>
        <source>On hold</source>
        <comment>an order</comment>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>On hold, may have taken effect</source>
        <comment>a leave</comment>
        <translation>معلّقة، وقد تكون نُفّذت</translation>
    </message>
    <message>
        <source>On hold</source>
        <comment>a leave</comment>
        <translation>معلّقة</translation>
    </message>
</context>
<context>
    <name>tawasul::OutboxDetail</name>
    <message>
        <source>Resolve the conflict</source>
        <translation>معالجة التعارض</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>فتح الطلب</translation>
    </message>
    <message>
        <source>%1 – request %2</source>
        <translation>%1 – الطلب %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>The sentence of the pane: a clause, made whole</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Resolve the refusal</source>
        <translation>معالجة الرفض</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>إيقاف الإرسال</translation>
    </message>
    <message>
        <source>Let go</source>
        <comment>an act that was held back is sent</comment>
        <translation>استئناف الإرسال</translation>
    </message>
    <message>
        <source>See what can be done</source>
        <translation>عرض المتاح</translation>
    </message>
</context>
<context>
    <name>tawasul::OutboxPage</name>
    <message>
        <source>Everything has been sent</source>
        <translation>أُرسلت جميع الإجراءات</translation>
    </message>
    <message>
        <source>Acts recorded without a connection wait here until the central system acknowledges them.</source>
        <translation>ما يُسجّل دون اتصال ينتظر هنا حتى يؤكد النظام المركزي استلامه.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>It is too late to undo: the act is on its way to the central system. Another act can be recorded on the request.</source>
        <translation>انتهت مهلة التراجع، والإجراء في طريقه إلى النظام المركزي. يمكن تسجيل إجراء آخر على الطلب.</translation>
    </message>
</context>
<context>
    <name>tawasul::OutboxWords</name>
    <message>
        <source>Tried again by itself</source>
        <translation>تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>The central system was not reached – tried again by itself</source>
        <translation>تعذّر الوصول إلى النظام المركزي – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>The central system is busy – tried again by itself</source>
        <translation>النظام المركزي مشغول – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>The central system could not answer – tried again by itself</source>
        <translation>تعذّر على النظام المركزي الرد – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>The data saved on this device is damaged – the act is kept, and restarting the program fetches the data again</source>
        <translation>البيانات المحفوظة على هذا الجهاز متضررة – الإجراء محفوظ، وإعادة تشغيل البرنامج تجلب البيانات من جديد</translation>
    </message>
    <message>
        <source>The answer could not be saved on this device – tried again by itself</source>
        <translation>تعذّر حفظ الرد على هذا الجهاز – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>The request changed while the act was being sent – tried again by itself</source>
        <translation>تغيّر الطلب أثناء الإرسال – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>Sending was interrupted – tried again by itself</source>
        <translation>انقطع الإرسال قبل اكتماله – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>The answer of the central system was not understood – tried again by itself</source>
        <translation>ورد من النظام المركزي رد غير مفهوم – تُعاد المحاولة تلقائيًا</translation>
    </message>
    <message>
        <source>Refused by the central system: %1</source>
        <translation>رفضه النظام المركزي: %1</translation>
    </message>
    <message>
        <source>Refused by the central system</source>
        <translation>رفضه النظام المركزي</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>وقت التسجيل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>المحاولة التالية</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>سبب الانتظار</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>سُجّل %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>دون محاولات</numerusform>
            <numerusform>محاولة واحدة</numerusform>
            <numerusform>محاولتان</numerusform>
            <numerusform>%n محاولات</numerusform>
            <numerusform>%n محاولة</numerusform>
            <numerusform>%n محاولة</numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>المحاولة التالية %1</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the facts of a row that is read aloud</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>The request changed at the central system before the act arrived</source>
        <translation>عُدّل الطلب في النظام المركزي قبل وصول الإجراء</translation>
    </message>
    <message>
        <source>Not possible without the earlier act it was based on</source>
        <translation>لم يعد ممكنًا دون الإجراء السابق الذي بُني عليه</translation>
    </message>
    <message>
        <source>On its way to the central system</source>
        <translation>في الطريق إلى النظام المركزي</translation>
    </message>
    <message>
        <source>Waiting for a choice about an earlier act on the same request</source>
        <translation>بانتظار معالجة إجراء سابق على الطلب نفسه</translation>
    </message>
    <message>
        <source>Waiting for an earlier act on the same request</source>
        <translation>بانتظار إجراء سابق على الطلب نفسه</translation>
    </message>
    <message>
        <source>Waiting for the end of the undo period</source>
        <translation>بانتظار انتهاء مهلة التراجع</translation>
    </message>
    <message>
        <source>About to be sent</source>
        <translation>على وشك الإرسال</translation>
    </message>
    <message>
        <source>Connecting to the central system</source>
        <translation>جارٍ الاتصال بالنظام المركزي</translation>
    </message>
    <message>
        <source>The session has ended – sent by itself after signing in</source>
        <translation>انتهت الجلسة – يُرسل تلقائيًا بعد تسجيل الدخول</translation>
    </message>
    <message>
        <source>The program needs an update – sent by itself after it</source>
        <translation>يلزم تحديث البرنامج – يُرسل تلقائيًا بعده</translation>
    </message>
    <message>
        <source>No connection to the central system – sent by itself once it returns</source>
        <translation>لا يوجد اتصال بالنظام المركزي – يُرسل تلقائيًا عند عودته</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) not sent yet. Work can go on.</source>
        <translation>
            <numerusform>لا إجراءات بانتظار الإرسال. يمكن متابعة العمل.</numerusform>
            <numerusform>إجراء واحد لم يُرسل بعد. يمكن متابعة العمل.</numerusform>
            <numerusform>إجراءان لم يُرسلا بعد. يمكن متابعة العمل.</numerusform>
            <numerusform>%n إجراءات لم تُرسل بعد. يمكن متابعة العمل.</numerusform>
            <numerusform>%n إجراءً لم يُرسل بعد. يمكن متابعة العمل.</numerusform>
            <numerusform>%n إجراء لم يُرسل بعد. يمكن متابعة العمل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) need a choice.</source>
        <translation>
            <numerusform>لا إجراءات بانتظار المعالجة.</numerusform>
            <numerusform>إجراء واحد بانتظار المعالجة.</numerusform>
            <numerusform>إجراءان بانتظار المعالجة.</numerusform>
            <numerusform>%n إجراءات بانتظار المعالجة.</numerusform>
            <numerusform>%n إجراءً بانتظار المعالجة.</numerusform>
            <numerusform>%n إجراء بانتظار المعالجة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The act has moved on meanwhile, so nothing was changed. The list shows it as it is now (code %1).</source>
        <translation>تغيّر وضع الإجراء قبل الحفظ، فلم يُعدّل شيء. تعرض القائمة وضعه الحالي (الرمز %1).</translation>
    </message>
    <message>
        <source>The disk is full, so the choice was not saved. The act is kept as it was. Free some space, then choose again (code %1).</source>
        <translation>القرص ممتلئ، فلم يُحفظ الاختيار. الإجراء باقٍ كما هو. يلزم توفير مساحة ثم إعادة الاختيار (الرمز %1).</translation>
    </message>
    <message>
        <source>The choice could not be saved on this device. The act is kept as it was. Choose again; if it repeats, contact technical support (code %1).</source>
        <translation>تعذّر حفظ الاختيار على هذا الجهاز. الإجراء باقٍ كما هو. يلزم إعادة الاختيار؛ وعند التكرار يلزم التواصل مع الدعم الفني (الرمز %1).</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>لم يُقبل</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Recorded on this device: %1 – acknowledged %2, waiting %3, needing a choice %4, taken back or replaced %5 – unaccounted: %6</source>
        <translation>المسجّل على هذا الجهاز: %1 – المؤكد: %2، المنتظر: %3، بانتظار المعالجة: %4، ما جرى التراجع عنه أو استبداله: %5 – غير المحسوب: %6</translation>
    </message>
    <message>
        <source>The record of acts is damaged. What can be read is kept. Leave the program as it is and contact technical support.</source>
        <translation>سجل الإجراءات متضرر. كل ما أمكنت قراءته محفوظ. يلزم ترك البرنامج على حاله والتواصل مع الدعم الفني.</translation>
    </message>
    <message>
        <source>Requests ready for work without a connection, with all their documents: %1 of %2</source>
        <translation>الطلبات الجاهزة للعمل دون اتصال بجميع مستنداتها: %1 من %2</translation>
    </message>
    <message>
        <source>The acknowledgement could not be verified, so the act is kept and sent again – technical support is needed</source>
        <translation>تعذّر التحقق من تأكيد الاستلام، فبقي الإجراء محفوظًا ويُعاد إرساله – يلزم التواصل مع الدعم الفني</translation>
    </message>
    <message>
        <source>Held back on this device until it is let go again</source>
        <translation>موقوف إرساله على هذا الجهاز إلى حين استئناف الإرسال</translation>
    </message>
    <message>
        <source>Held back until it is let go again; an earlier try may have reached the central system</source>
        <translation>موقوف إرساله إلى حين استئناف الإرسال، وقد تكون محاولة سابقة وصلت إلى النظام المركزي</translation>
    </message>
    <message>
        <source>Waiting for an earlier act on the same request, which is held back</source>
        <translation>بانتظار إجراء سابق على الطلب نفسه موقوف إرساله</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>موقوف</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of other accounts on this device are sent along from here.</source>
        <comment>whose they are and what they say is not known here</comment>
        <translation>
            <numerusform>لا إجراءات لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا.</numerusform>
            <numerusform>إجراء واحد لحساب آخر على هذا الجهاز يُرسل من هنا تلقائيًا.</numerusform>
            <numerusform>إجراءان لحسابات أخرى على هذا الجهاز يُرسلان من هنا تلقائيًا.</numerusform>
            <numerusform>%n إجراءات لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا.</numerusform>
            <numerusform>%n إجراءً لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا.</numerusform>
            <numerusform>%n إجراء لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its record on this device is damaged, so it cannot be sent</source>
        <translation>سجله على هذا الجهاز تالف، فلا يمكن إرساله</translation>
    </message>
    <message>
        <source>Its record on this device is damaged, so it cannot be sent again; an earlier try may have reached the central system</source>
        <translation>سجله على هذا الجهاز تالف، فلا يمكن إرساله مرة أخرى؛ وقد تكون محاولة سابقة وصلت إلى النظام المركزي</translation>
    </message>
    <message>
        <source>The record of acts could not be read on this device, so what became of each is not known at the moment. Nothing was changed; if it repeats, contact technical support (code %1).</source>
        <translation>تعذّرت قراءة سجل الإجراءات على هذا الجهاز، فلا يُعرف الآن ما آل إليه كل منها. لم يتغير شيء؛ وعند تكرار ذلك يلزم التواصل مع الدعم الفني (الرمز %1).</translation>
    </message>
    <message>
        <source>The act may be on its way to the central system already, with another account of this device, so it cannot be held back. The list shows what becomes of it (code %1).</source>
        <translation>قد يكون الإجراء في طريقه إلى النظام المركزي مع حساب آخر على هذا الجهاز، فلا يمكن إيقاف إرساله. تُظهر القائمة ما يؤول إليه (الرمز %1).</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>سجل تالف</translation>
    </message>
</context>
<context>
    <name>tawasul::PageCanvas</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>tawasul::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
</context>
<context>
    <name>tawasul::PreviewWords</name>
    <message>
        <source>The file is damaged</source>
        <translation>الملف تالف</translation>
    </message>
    <message>
        <source>It could not be read to its end. The original is kept unchanged. Returning the request for a readable copy is possible.</source>
        <translation>تعذّرت قراءة الملف إلى نهايته. الأصل محفوظ كما ورد. تمكن إعادة الطلب لإرفاق نسخة مقروءة.</translation>
    </message>
    <message>
        <source>The file is protected by a password</source>
        <translation>الملف محمي بكلمة مرور</translation>
    </message>
    <message>
        <source>Its pages are shown once the password is entered. The original is kept unchanged. Returning the request for an unprotected copy is possible.</source>
        <translation>تُعرض صفحاته بعد إدخال كلمة المرور. الأصل محفوظ كما ورد. تمكن إعادة الطلب لإرفاق نسخة غير محمية.</translation>
    </message>
    <message>
        <source>This type of file cannot be shown</source>
        <translation>تعذّر عرض هذا النوع من الملفات</translation>
    </message>
    <message>
        <source>Only PDF and pictures are shown here. The original is kept unchanged. Returning the request for a PDF is possible.</source>
        <translation>تُعرض هنا ملفات PDF والصور فقط. الأصل محفوظ كما ورد. تمكن إعادة الطلب لإرفاق ملف PDF.</translation>
    </message>
    <message>
        <source>The page is too large to be shown</source>
        <translation>الصفحة أكبر من أن تُعرض</translation>
    </message>
    <message>
        <source>Showing it would need more memory than is allowed. The original is kept unchanged. A smaller zoom may help.</source>
        <translation>يتطلب عرضها ذاكرة تتجاوز الحد المسموح. الأصل محفوظ كما ورد. قد يفيد تصغير العرض.</translation>
    </message>
    <message>
        <source>The page could not be shown</source>
        <translation>تعذّر عرض الصفحة</translation>
    </message>
    <message>
        <source>The page took too long</source>
        <translation>استغرقت الصفحة وقتًا طويلًا</translation>
    </message>
    <message>
        <source>The preview stopped at this page</source>
        <translation>توقفت المعاينة عند هذه الصفحة</translation>
    </message>
    <message>
        <source>The page is not shown for safety</source>
        <translation>لا تُعرض الصفحة حفاظًا على السلامة</translation>
    </message>
    <message>
        <source>The other pages can be read. The original is kept unchanged.</source>
        <translation>يمكن الاطلاع على بقية الصفحات. الأصل محفوظ كما ورد.</translation>
    </message>
    <message>
        <source>The file took too long</source>
        <translation>استغرق الملف وقتًا طويلًا</translation>
    </message>
    <message>
        <source>The preview was stopped so that work can go on. The original is kept unchanged. Trying again is possible.</source>
        <translation>أُوقفت المعاينة ليستمر العمل. الأصل محفوظ كما ورد. تمكن إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The preview stopped at this file</source>
        <translation>توقفت المعاينة عند هذا الملف</translation>
    </message>
    <message>
        <source>It was opened apart from the program, so nothing else was affected. The original is kept unchanged. Trying again is possible.</source>
        <translation>فُتح الملف بمعزل عن البرنامج فلم يتأثر شيء آخر. الأصل محفوظ كما ورد. تمكن إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Preview is not available on this device</source>
        <translation>المعاينة غير متاحة على هذا الجهاز</translation>
    </message>
    <message>
        <source>Files cannot be opened here in isolation, so none is opened. The original is kept unchanged. Contact technical support with the code.</source>
        <translation>تعذّر فتح الملفات بمعزل عن البرنامج فلا يُفتح منها شيء. الأصل محفوظ كما ورد. يلزم تزويد الدعم الفني بالرمز.</translation>
    </message>
    <message>
        <source>The file could not be shown</source>
        <translation>تعذّر عرض الملف</translation>
    </message>
    <message>
        <source>The original is kept unchanged. Trying again is possible; if it repeats, contact technical support with the code.</source>
        <translation>الأصل محفوظ كما ورد. تمكن إعادة المحاولة، وإن تكرر ذلك يلزم تزويد الدعم الفني بالرمز.</translation>
    </message>
    <message>
        <source>The file has no pages</source>
        <translation>الملف بلا صفحات</translation>
    </message>
    <message>
        <source>There is nothing in it to be shown. The original is kept unchanged. Returning the request for a complete copy is possible.</source>
        <translation>لا يوجد في الملف ما يُعرض. الأصل محفوظ كما ورد. تمكن إعادة الطلب لإرفاق نسخة كاملة.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>الملف فارغ</translation>
    </message>
    <message>
        <source>It arrived without any content. Returning the request for a complete copy is possible.</source>
        <translation>ورد الملف دون أي محتوى. تمكن إعادة الطلب لإرفاق نسخة كاملة.</translation>
    </message>
    <message>
        <source>The file is not shown for safety</source>
        <translation>لا يُعرض الملف حفاظًا على السلامة</translation>
    </message>
    <message>
        <source>Opening it led to answers that make no sense, as a hostile file may cause. It was opened apart from the program, so nothing else was affected. Returning the request for another copy is possible.</source>
        <translation>أدى فتح الملف إلى نتائج لا تستقيم، وقد يصدر ذلك عن ملف ضار. فُتح الملف بمعزل عن البرنامج فلم يتأثر شيء آخر. تمكن إعادة الطلب لإرفاق نسخة أخرى.</translation>
    </message>
    <message>
        <source>The part of the program that opens files could not be started. The original is kept unchanged. Contact technical support with the code.</source>
        <translation>تعذّر تشغيل جزء البرنامج الذي يفتح الملفات. الأصل محفوظ كما ورد. يلزم تزويد الدعم الفني بالرمز.</translation>
    </message>
    <message>
        <source>Opening was stopped</source>
        <translation>أُوقف العرض</translation>
    </message>
    <message>
        <source>The original is kept unchanged. Trying again is possible.</source>
        <translation>الأصل محفوظ كما ورد. تمكن إعادة المحاولة.</translation>
    </message>
</context>
<context>
    <name>tawasul::PrintFlow</name>
    <message>
        <source>Page %1 of %2 of the attachment · %3</source>
        <extracomment>Under a printed page; %3 who printed it, of which request, and when</extracomment>
        <translation>صفحة %1 من %2 من المرفق · %3</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Handed over to the printer %1.</source>
        <translation>أُرسل إلى الطابعة %1.</translation>
    </message>
</context>
<context>
    <name>tawasul::PrintSheet</name>
    <message>
        <source>The sheets are being handed over to the printer…</source>
        <translation>جارٍ إرسال الأوراق إلى الطابعة…</translation>
    </message>
    <message>
        <source>The sheet as it will be printed</source>
        <translation>الورقة كما ستُطبع</translation>
    </message>
    <message>
        <source>Show numbers of persons in full</source>
        <translation>إظهار أرقام الأشخاص كاملة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Printing the request summary</source>
        <translation>طباعة خلاصة الطلب</translation>
    </message>
    <message>
        <source>Printing the attachment</source>
        <translation>طباعة المرفق</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message numerus="yes">
        <source>Of %n page(s)</source>
        <comment>pages of a document</comment>
        <translation>
            <numerusform>من 0 صفحة</numerusform>
            <numerusform>من صفحة واحدة</numerusform>
            <numerusform>من صفحتين</numerusform>
            <numerusform>من %n صفحات</numerusform>
            <numerusform>من %n صفحة</numerusform>
            <numerusform>من %n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>The name of the account, the time and the request number stand across each sheet. The printing is entered in the audit log of this device.</source>
        <translation>يظهر اسم الموظف ووقت الطباعة ورقم الطلب علامةً مائية على كل ورقة، وتُقيَّد الطباعة في سجل التدقيق بهذا الجهاز.</translation>
    </message>
    <message>
        <source>A PDF file</source>
        <comment>in place of a printer</comment>
        <translation>ملف PDF</translation>
    </message>
    <message>
        <source>Saving as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Pages are written such as 3 or 2–5.</source>
        <translation>تُكتب الصفحات مثل 3 أو 2–5.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n page(s) at once.</source>
        <translation>
            <numerusform>لا صفحات في المرة الواحدة.</numerusform>
            <numerusform>صفحة واحدة على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>صفحتان على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>%n صفحات على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>%n صفحة على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>%n صفحة على الأكثر في المرة الواحدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1 – summary</source>
        <comment>the name of a file</comment>
        <translation>الطلب %1 – خلاصة</translation>
    </message>
    <message>
        <source>Request %1 – attachment</source>
        <comment>the name of a file</comment>
        <translation>الطلب %1 – مرفق</translation>
    </message>
    <message>
        <source>Page %1 of %2 is being prepared…</source>
        <translation>تجهيز الصفحة %1 من %2…</translation>
    </message>
    <message>
        <source>The sheet is being prepared…</source>
        <translation>تجهيز الورقة…</translation>
    </message>
    <message>
        <source>With this account numbers of persons are printed masked.</source>
        <translation>تُطبع أرقام الأشخاص بهذا الحساب مخفية جزئيًا.</translation>
    </message>
    <message>
        <source>Printing has not ended yet. The window can be closed after that, or once printing has been cancelled.</source>
        <translation>لم تنتهِ الطباعة بعد. يمكن إغلاق النافذة بعد انتهائها أو بعد إلغائها.</translation>
    </message>
    <message>
        <source>The sheets are on their way. The window can be closed once they have gone.</source>
        <translation>يجري تسليم الأوراق إلى الطابعة. يمكن إغلاق النافذة بعد تسليمها.</translation>
    </message>
</context>
<context>
    <name>tawasul::ProofFields</name>
    <message>
        <source>Operation number</source>
        <translation>رقم العملية</translation>
    </message>
    <message>
        <source>Day of execution</source>
        <translation>تاريخ التنفيذ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>The operation number is required.</source>
        <translation>يلزم إدخال رقم العملية.</translation>
    </message>
    <message>
        <source>The day of execution is required, as day/month/year.</source>
        <translation>يلزم إدخال تاريخ التنفيذ: يوم/شهر/سنة.</translation>
    </message>
    <message>
        <source>The time of execution is required, as hours:minutes.</source>
        <translation>يلزم إدخال وقت التنفيذ: ساعة:دقيقة.</translation>
    </message>
    <message>
        <source>The time of execution lies in the future.</source>
        <translation>وقت التنفيذ لاحق للوقت الحالي.</translation>
    </message>
</context>
<context>
    <name>tawasul::ProposalCard</name>
    <message>
        <source>Show the text</source>
        <translation>عرض النص</translation>
    </message>
    <message>
        <source>Adopt the proposal</source>
        <translation>الأخذ بالمقترح</translation>
    </message>
    <message>
        <source>Dismiss the proposal</source>
        <translation>صرف النظر عن المقترح</translation>
    </message>
    <message>
        <source>Why it is dismissed; its author reads this</source>
        <translation>سبب صرف النظر، ويطّلع عليه مقدم المقترح</translation>
    </message>
    <message>
        <source>Reason for dismissing the proposal</source>
        <translation>سبب صرف النظر عن المقترح</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>a proposal, with the reason typed</comment>
        <translation>صرف النظر</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Proposal by %1: %2</source>
        <comment>%1 a name, %2 an act and its reason</comment>
        <translation>مقترح من %1: %2</translation>
    </message>
    <message>
        <source>%1 (1 of %2)</source>
        <comment>%1 when it was recorded, %2 how many proposals wait</comment>
        <translation>%1 (1 من %2)</translation>
    </message>
    <message>
        <source>The present status of the request does not allow this act.</source>
        <translation>لا تتيح حالة الطلب الحالية هذا الإجراء.</translation>
    </message>
    <message>
        <source>Hide the text</source>
        <translation>إخفاء النص</translation>
    </message>
    <message>
        <source>The reason is required; the author of the proposal reads it.</source>
        <translation>السبب مطلوب، ويطّلع عليه مقدم المقترح.</translation>
    </message>
</context>
<context>
    <name>tawasul::ProposalWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>An act and its reason</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recorded %1, received %2</source>
        <comment>a proposal; %1 and %2 are times</comment>
        <translation>سُجّل %1، وورد %2</translation>
    </message>
    <message>
        <source>To the section “%1”</source>
        <translation>إلى قسم «%1»</translation>
    </message>
    <message>
        <source>Operation number %1</source>
        <translation>رقم العملية %1</translation>
    </message>
    <message>
        <source>Under review</source>
        <comment>a proposal</comment>
        <translation>قيد النظر</translation>
    </message>
    <message>
        <source>Adopted</source>
        <comment>a proposal</comment>
        <translation>أُخذ به</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <comment>a proposal</comment>
        <translation>صُرف النظر عنه</translation>
    </message>
    <message>
        <source>Kept beside the request for whoever it is assigned to now.</source>
        <translation>محفوظ مع الطلب لنظر المسند إليه الحالي.</translation>
    </message>
    <message>
        <source>Adopted by %1, %2</source>
        <comment>%1 a name, %2 a time</comment>
        <translation>أخذ به %1، %2</translation>
    </message>
    <message>
        <source>Dismissed by %1, %2</source>
        <comment>%1 a name, %2 a time</comment>
        <translation>صرف النظر عنه %1، %2</translation>
    </message>
</context>
<context>
    <name>tawasul::ProposalsPage</name>
    <message>
        <source>No proposals</source>
        <translation>لا توجد مقترحات</translation>
    </message>
    <message>
        <source>Work on a request that was assigned to somebody else before it was sent is kept as a proposal and followed here.</source>
        <translation>ما سُجّل على طلب أُسند إلى موظف آخر قبل الإرسال يُحفظ مقترحًا، وتُعرض نتيجته هنا.</translation>
    </message>
    <message>
        <source>My proposals</source>
        <translation>مقترحاتي</translation>
    </message>
    <message>
        <source>Work on requests that had been assigned to somebody else when it reached the central system, and what became of it.</source>
        <translation>ما سُجّل على طلبات أُسندت إلى موظف آخر قبل وصوله إلى النظام المركزي، ونتيجة كل مقترح.</translation>
    </message>
    <message>
        <source>Request %1</source>
        <comment>a request number</comment>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>Reason given:</source>
        <comment>for dismissing a proposal</comment>
        <translation>السبب المذكور:</translation>
    </message>
</context>
<context>
    <name>tawasul::ReceiptWords</name>
    <message>
        <source>Verified on this device</source>
        <comment>of a receipt</comment>
        <translation>تم التحقق منه على هذا الجهاز</translation>
    </message>
    <message>
        <source>Could not be verified</source>
        <comment>of a receipt</comment>
        <translation>تعذّر التحقق منه</translation>
    </message>
    <message>
        <source>Receipt %1, verified on this device</source>
        <comment>of the central system; %1 a code</comment>
        <translation>إيصال %1، تم التحقق منه على هذا الجهاز</translation>
    </message>
    <message>
        <source>Receipt %1, could not be verified</source>
        <comment>of the central system; %1 a code</comment>
        <translation>إيصال %1، تعذّر التحقق منه</translation>
    </message>
</context>
<context>
    <name>tawasul::RecordList</name>
    <message>
        <source>Close (%1)</source>
        <translation>إغلاق (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What pressing a button does, and to what: %1 the button, %2 the thing</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <extracomment>Of a list: %1 how many lines are shown, %2 how many there are</extracomment>
        <translation>يُعرض أول %1 من أصل %2</translation>
    </message>
</context>
<context>
    <name>tawasul::RefusalText</name>
    <message>
        <source>the request is no longer assigned to this account</source>
        <translation>لم يعد الطلب مسندًا إلى هذا الحساب</translation>
    </message>
    <message>
        <source>the present status of the request does not allow this act</source>
        <translation>حالة الطلب الحالية لا تسمح بهذا الإجراء</translation>
    </message>
    <message>
        <source>it was written with reference data that the central system does not know</source>
        <translation>كُتب ببيانات مرجعية لا يعرفها النظام المركزي</translation>
    </message>
    <message>
        <source>the recorded time of execution lies in the future</source>
        <translation>وقت التنفيذ المسجل لم يحن بعد</translation>
    </message>
    <message>
        <source>the operation number is missing</source>
        <translation>رقم العملية غير مسجل</translation>
    </message>
    <message>
        <source>the reply says that the matter is done, but there is no operation number</source>
        <translation>الرد يفيد بإتمام الأمر دون رقم عملية</translation>
    </message>
    <message>
        <source>it is incomplete or does not agree with the reference data</source>
        <translation>الإجراء غير مكتمل أو لا يوافق البيانات المرجعية</translation>
    </message>
    <message>
        <source>its content breaks a rule of the central system</source>
        <translation>محتوى الإجراء يخالف قواعد النظام المركزي</translation>
    </message>
    <message>
        <source>the request does not exist there, or not for this account</source>
        <translation>الطلب غير موجود فيه أو خارج نطاق هذا الحساب</translation>
    </message>
    <message>
        <source>this account may not do this</source>
        <translation>لا يملك هذا الحساب صلاحية هذا الإجراء</translation>
    </message>
    <message>
        <source>the request has changed meanwhile</source>
        <translation>تغيّر الطلب قبل وصول الإجراء</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>لم يُذكر السبب</translation>
    </message>
    <message>
        <source>somebody has adopted or dismissed the proposal meanwhile</source>
        <translation>سبق الأخذ بالمقترح أو صرف النظر عنه</translation>
    </message>
    <message>
        <source>the central system does not know the proposal</source>
        <translation>المقترح غير معروف لدى النظام المركزي</translation>
    </message>
</context>
<context>
    <name>tawasul::ReplyCard</name>
    <message>
        <source>Reply to the applicant</source>
        <translation>الرد على مقدم الطلب</translation>
    </message>
</context>
<context>
    <name>tawasul::ReplyWords</name>
    <message>
        <source>missing documents</source>
        <translation>المستندات الناقصة</translation>
    </message>
    <message>
        <source>details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>passport office</source>
        <translation>إدارة الجوازات</translation>
    </message>
    <message>
        <source>operation number</source>
        <translation>رقم العملية</translation>
    </message>
    <message>
        <source>time of execution</source>
        <translation>وقت التنفيذ</translation>
    </message>
    <message>
        <source>competent section</source>
        <translation>القسم المختص</translation>
    </message>
    <message>
        <source>end of the deadline</source>
        <translation>تاريخ انتهاء المهلة</translation>
    </message>
    <message>
        <source>name of the applicant</source>
        <translation>اسم مقدم الطلب</translation>
    </message>
    <message>
        <source>number of the subject</source>
        <translation>رقم صاحب العلاقة</translation>
    </message>
    <message>
        <source>service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>request number</source>
        <translation>رقم الطلب</translation>
    </message>
</context>
<context>
    <name>tawasul::RowMarks</name>
    <message>
        <source>To be processed before other requests.</source>
        <translation>تُقدَّم معالجته على غيره من الطلبات.</translation>
    </message>
    <message>
        <source>A humanitarian matter, to be processed before other requests.</source>
        <translation>حالة إنسانية تُقدَّم معالجتها على غيرها من الطلبات.</translation>
    </message>
    <message>
        <source>Marked by the central system; the reason is among the facts of the request.</source>
        <translation>علامة من النظام المركزي، وسببها ضمن بيانات الطلب.</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسند</translation>
    </message>
    <message>
        <source>Assigned to nobody yet; whoever acts on the request takes it.</source>
        <translation>لم يُسند إلى موظف بعد، ويُسند إلى من يسجّل عليه إجراءً غير الملاحظة.</translation>
    </message>
    <message>
        <source>Act needing a choice</source>
        <translation>إجراء بانتظار المعالجة</translation>
    </message>
    <message>
        <source>The central system did not take over an act recorded on this device; a choice is needed.</source>
        <translation>إجراء مسجّل على هذا الجهاز لم يأخذ به النظام المركزي، وتلزم معالجته.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>An act is recorded on this device and has not reached the central system yet.</source>
        <translation>إجراء مسجّل على هذا الجهاز لم يصل إلى النظام المركزي بعد.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>An act was begun and not confirmed; what was written is kept on this device.</source>
        <translation>إجراء لم يُؤكَّد بعد، وما كُتب فيه محفوظ على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>Somebody who had the request before proposes an act on it; it waits to be adopted or dismissed.</source>
        <translation>مقترح إجراء ممن سبق إسناد الطلب إليه، بانتظار الأخذ به أو صرف النظر عنه.</translation>
    </message>
</context>
<context>
    <name>tawasul::RuleForm</name>
    <message>
        <source>Choose an officer</source>
        <translation>اختيار موظف</translation>
    </message>
    <message>
        <source>Deadline from</source>
        <translation>انتهاء المهلة من</translation>
    </message>
    <message>
        <source>Deadline to</source>
        <translation>انتهاء المهلة إلى</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <comment>whose requests</comment>
        <translation>من الموظف</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Any section</source>
        <translation>كل الأقسام</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>كل الخدمات</translation>
    </message>
    <message>
        <source>A day is written such as 22/11/2026.</source>
        <translation>يُكتب اليوم بالصيغة 22/11/2026.</translation>
    </message>
    <message>
        <source>The last day lies before the first one.</source>
        <translation>آخر يوم يسبق أول يوم.</translation>
    </message>
</context>
<context>
    <name>tawasul::SearchField</name>
    <message>
        <source>Search by request number, name or identity number</source>
        <translation>بحث برقم الطلب أو الاسم أو رقم الهوية</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>tawasul::SecurityCard</name>
    <message>
        <source>Security status</source>
        <translation>حالة الحماية</translation>
    </message>
</context>
<context>
    <name>tawasul::SecurityWords</name>
    <message>
        <source>In force</source>
        <comment>a protection</comment>
        <translation>مفعّلة</translation>
    </message>
    <message>
        <source>Not available</source>
        <comment>a protection</comment>
        <translation>غير متاحة</translation>
    </message>
    <message>
        <source>Limits of time, memory and size</source>
        <translation>حدود للوقت والذاكرة وحجم الملف</translation>
    </message>
    <message>
        <source>No gain of privileges</source>
        <translation>منع رفع الصلاحيات</translation>
    </message>
    <message>
        <source>Only the system calls that showing a page takes</source>
        <translation>قصر استدعاءات النظام على ما يتطلبه عرض الصفحة</translation>
    </message>
    <message>
        <source>No file of the device but fonts</source>
        <translation>منع الوصول إلى ملفات الجهاز عدا الخطوط</translation>
    </message>
    <message>
        <source>No name of a file of the device</source>
        <translation>إخفاء أسماء ملفات الجهاز</translation>
    </message>
    <message>
        <source>No network of the device</source>
        <translation>منع الوصول إلى شبكة الجهاز</translation>
    </message>
    <message>
        <source>Attachments cannot be opened in isolation on this device, so none is opened.</source>
        <translation>تعذّر فتح المرفقات بمعزل عن البرنامج على هذا الجهاز، لذا لا يُفتح منها شيء.</translation>
    </message>
    <message>
        <source>Attachments are opened in isolation from the program. This device lacks an additional layer; technical support can enable it.</source>
        <translation>تُفتح المرفقات بمعزل عن البرنامج. تنقص هذا الجهاز طبقة حماية إضافية يمكن للدعم الفني تفعيلها.</translation>
    </message>
    <message>
        <source>Attachments are opened in isolation from the program and the device.</source>
        <translation>تُفتح المرفقات بمعزل عن البرنامج والجهاز.</translation>
    </message>
</context>
<context>
    <name>tawasul::SheetWords</name>
    <message>
        <source>Confirm completion</source>
        <translation>تأكيد إنهاء المعالجة</translation>
    </message>
    <message>
        <source>Confirm return</source>
        <translation>تأكيد الإعادة</translation>
    </message>
    <message>
        <source>Confirm rejection</source>
        <translation>تأكيد الرفض</translation>
    </message>
    <message>
        <source>Confirm transfer</source>
        <translation>تأكيد الإحالة</translation>
    </message>
    <message>
        <source>Confirm escalation</source>
        <translation>تأكيد التصعيد</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>حفظ الملاحظة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Reason for the return</source>
        <translation>سبب الإعادة</translation>
    </message>
    <message>
        <source>Reason for the rejection</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Reason for the transfer</source>
        <translation>سبب الإحالة</translation>
    </message>
    <message>
        <source>Reason for the escalation</source>
        <translation>سبب التصعيد</translation>
    </message>
    <message>
        <source>Rationale, not shown to the applicant</source>
        <translation>مبررات التصعيد (لا تظهر لمقدم الطلب)</translation>
    </message>
    <message>
        <source>Note to the section (optional), not shown to the applicant</source>
        <translation>ملاحظة للقسم، اختيارية (لا تظهر لمقدم الطلب)</translation>
    </message>
    <message>
        <source>Note, not shown to the applicant</source>
        <translation>ملاحظة داخلية (لا تظهر لمقدم الطلب)</translation>
    </message>
    <message>
        <source>The rationale is required.</source>
        <translation>يلزم ذكر مبررات التصعيد.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>الملاحظة فارغة.</translation>
    </message>
    <message>
        <source>General template</source>
        <translation>نموذج عام</translation>
    </message>
    <message>
        <source>Template of the section</source>
        <translation>نموذج القسم</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>template, code</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tawasul::Shell</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>بحث في القائمة</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>الطلب التالي</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>الطلب السابق</translation>
    </message>
</context>
<context>
    <name>tawasul::SignInCard</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Tawasul – request processing</source>
        <extracomment>The product&apos;s name on the sign-in card</extracomment>
        <translation>تواصل – معالجة الطلبات</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Checking user name and password…</source>
        <translation>جارٍ التحقق من اسم المستخدم وكلمة المرور…</translation>
    </message>
    <message>
        <source>The user name is required.</source>
        <translation>يلزم إدخال اسم المستخدم.</translation>
    </message>
    <message>
        <source>The password is required.</source>
        <translation>يلزم إدخال كلمة المرور.</translation>
    </message>
    <message>
        <source>The keyboard writes Arabic</source>
        <translation>لوحة المفاتيح: العربية</translation>
    </message>
    <message>
        <source>The keyboard writes Latin letters</source>
        <translation>لوحة المفاتيح: الإنجليزية</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>مفتاح Caps Lock مفعّل</translation>
    </message>
</context>
<context>
    <name>tawasul::SignInPage</name>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>theme</comment>
        <translation>تباين عالٍ</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n act(s))</source>
        <comment>%1 an officer&apos;s name</comment>
        <translation>
            <numerusform>%1 (لا إجراءات)</numerusform>
            <numerusform>%1 (إجراء واحد)</numerusform>
            <numerusform>%1 (إجراءان)</numerusform>
            <numerusform>%1 (%n إجراءات)</numerusform>
            <numerusform>%1 (%n إجراءً)</numerusform>
            <numerusform>%1 (%n إجراء)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other account(s)</source>
        <translation>
            <numerusform>ولا حسابات أخرى</numerusform>
            <numerusform>وحساب آخر</numerusform>
            <numerusform>وحسابان آخران</numerusform>
            <numerusform>و%n حسابات أخرى</numerusform>
            <numerusform>و%n حسابًا آخر</numerusform>
            <numerusform>و%n حساب آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting on this device to be sent: %1. It is sent once its account signs in, or any other account on this device; no other account can read it.</source>
        <translation>بانتظار الإرسال على هذا الجهاز: %1. يُرسل ذلك عند دخول صاحبه أو أي حساب آخر على هذا الجهاز، دون إمكانية اطلاع حساب آخر على محتواه.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Waiting on this device to be sent: %1. It is sent once its account signs in.</source>
        <translation>بانتظار الإرسال على هذا الجهاز: %1. يُرسل ذلك عند دخول صاحبه.</translation>
    </message>
    <message>
        <source>Kept on this device: %1. It is not sent before its account signs in and decides on it.</source>
        <translation>محفوظ على هذا الجهاز: %1. لا يُرسل ذلك قبل دخول صاحبه والبت فيه.</translation>
    </message>
</context>
<context>
    <name>tawasul::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
</context>
<context>
    <name>tawasul::StaffModel</name>
    <message>
        <source>For the officers of the section to take</source>
        <translation>متاحة لموظفي القسم</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an officer</comment>
        <extracomment>%1 such as 24 requests, %2 why nothing may be given to that officer</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an officer</comment>
        <extracomment>%1 a name, %2 what they have and why nothing may be given to them</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::StaffPicker</name>
    <message>
        <source>Name of the officer</source>
        <translation>البحث باسم الموظف</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>الموظفون</translation>
    </message>
</context>
<context>
    <name>tawasul::StampWords</name>
    <message>
        <source>Printed by %1 · request %2 · %3</source>
        <comment>%3 day and time</comment>
        <translation>طُبع بواسطة %1 · الطلب %2 · %3</translation>
    </message>
    <message>
        <source>Training – not real</source>
        <comment>on a printed sheet</comment>
        <translation>تدريب – غير حقيقي</translation>
    </message>
</context>
<context>
    <name>tawasul::StatusLine</name>
    <message>
        <source>Last complete synchronisation %1</source>
        <translation>آخر مزامنة مكتملة %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) waiting to be sent</source>
        <translation>
            <numerusform>لا شيء بانتظار الإرسال</numerusform>
            <numerusform>عنصر واحد بانتظار الإرسال</numerusform>
            <numerusform>عنصران بانتظار الإرسال</numerusform>
            <numerusform>%n عناصر بانتظار الإرسال</numerusform>
            <numerusform>%n عنصرًا بانتظار الإرسال</numerusform>
            <numerusform>%n عنصر بانتظار الإرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) needing a choice</source>
        <translation>
            <numerusform>لا شيء بانتظار المعالجة</numerusform>
            <numerusform>عنصر واحد بانتظار المعالجة</numerusform>
            <numerusform>عنصران بانتظار المعالجة</numerusform>
            <numerusform>%n عناصر بانتظار المعالجة</numerusform>
            <numerusform>%n عنصرًا بانتظار المعالجة</numerusform>
            <numerusform>%n عنصر بانتظار المعالجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::SummaryWords</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>متخذ القرار</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>تاريخ القرار</translation>
    </message>
    <message>
        <source>Operation number</source>
        <translation>رقم العملية</translation>
    </message>
    <message>
        <source>Receipt of the central system</source>
        <translation>إيصال النظام المركزي</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <comment>on a printed sheet</comment>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>An act recorded on a device was not accepted by the central system and needs a choice. This sheet is not proof of a decision.</source>
        <translation>لم يقبل النظام المركزي إجراءً مسجلاً على الجهاز ويلزم البت فيه. لا تُعد هذه الورقة إثباتًا للقرار.</translation>
    </message>
    <message>
        <source>What stands here was recorded on a device and has not been acknowledged by the central system. This sheet is not proof of a decision.</source>
        <translation>ما ورد هنا مسجل على الجهاز ولم يؤكده النظام المركزي بعد. لا تُعد هذه الورقة إثباتًا للقرار.</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>of a letter</comment>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Date</source>
        <comment>of a letter</comment>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Corresponding to</source>
        <comment>the date in the other calendar</comment>
        <translation>الموافق</translation>
    </message>
    <message>
        <source>Attachments</source>
        <comment>of a letter, how many</comment>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Kingdom of Saudi Arabia</source>
        <translation>المملكة العربية السعودية</translation>
    </message>
    <message>
        <source>Ministry of Interior</source>
        <translation>وزارة الداخلية</translation>
    </message>
    <message>
        <source>General Directorate of Passports</source>
        <translation>المديرية العامة للجوازات</translation>
    </message>
    <message>
        <source>Tawasul service</source>
        <translation>خدمة تواصل</translation>
    </message>
    <message>
        <source>Request summary</source>
        <comment>the title of a printed sheet</comment>
        <translation>خلاصة الطلب</translation>
    </message>
    <message>
        <source>Decision and standing</source>
        <translation>القرار والحالة</translation>
    </message>
    <message>
        <source>Reply to the applicant</source>
        <translation>الرد على مقدم الطلب</translation>
    </message>
    <message>
        <source>There is no reply yet.</source>
        <translation>لا يوجد رد مسجل.</translation>
    </message>
    <message>
        <source>Name of the officer</source>
        <translation>اسم الموظف</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Official stamp</source>
        <translation>الختم الرسمي</translation>
    </message>
    <message>
        <source>(continued in the system)</source>
        <comment>a text that has no room on the sheet</comment>
        <translation>(تابع في النظام)</translation>
    </message>
</context>
<context>
    <name>tawasul::SyncWords</name>
    <message>
        <source>data as of %1</source>
        <translation>البيانات محدّثة حتى %1</translation>
    </message>
    <message>
        <source>no data fetched yet</source>
        <translation>لم تُجلب بيانات بعد</translation>
    </message>
    <message>
        <source>Connected to the central system</source>
        <translation>متصل بالنظام المركزي</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>متصل بالنظام المركزي منذ %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>أمس %1</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Connecting to the central system…</source>
        <translation>جارٍ الاتصال بالنظام المركزي…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>No connection – %1</source>
        <translation>لا يوجد اتصال – %1</translation>
    </message>
    <message>
        <source>Synchronisation failing</source>
        <translation>تعذّرت المزامنة</translation>
    </message>
    <message>
        <source>The central system answers with errors – %1</source>
        <translation>تعذّرت المزامنة لخطأ في النظام المركزي – %1</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>انتهت الجلسة</translation>
    </message>
    <message>
        <source>The session ended; signing in again is required – %1</source>
        <translation>انتهت الجلسة ويلزم تسجيل الدخول – %1</translation>
    </message>
    <message>
        <source>Update required</source>
        <translation>يلزم تحديث البرنامج</translation>
    </message>
    <message>
        <source>The central system no longer accepts this version – %1</source>
        <translation>لم يعد النظام المركزي يقبل هذا الإصدار ويلزم تحديثه – %1</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>البيانات محدّثة حتى %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) fetched</source>
        <translation>
            <numerusform>لم يُجلب أي طلب بعد</numerusform>
            <numerusform>جُلب طلب واحد</numerusform>
            <numerusform>جُلب طلبان</numerusform>
            <numerusform>جُلبت %n طلبات</numerusform>
            <numerusform>جُلب %n طلبًا</numerusform>
            <numerusform>جُلب %n طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection since %1 – %2</source>
        <translation>لا يوجد اتصال منذ %1 – %2</translation>
    </message>
    <message>
        <source>Confirmed by the central system until %1</source>
        <translation>مؤكد من النظام المركزي حتى %1</translation>
    </message>
    <message>
        <source>Requests of today and overdue ones ready for work without a connection: %1 of %2</source>
        <translation>طلبات اليوم والمتأخرة الجاهزة للعمل دون اتصال: %1 من %2</translation>
    </message>
</context>
<context>
    <name>tawasul::TechnicalDetails</name>
    <message>
        <source>Details</source>
        <translation>تفاصيل</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Act number</source>
        <translation>رقم الإجراء</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>رمز الخطأ</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>آخر محاولة</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>تفاصيل فنية</translation>
    </message>
</context>
<context>
    <name>tawasul::ThumbnailModel</name>
    <message>
        <source>Page %1</source>
        <extracomment>Read out: the number of a page and what it shows</extracomment>
        <translation>صفحة %1</translation>
    </message>
    <message>
        <source>Page %1 – %2</source>
        <translation>صفحة %1 – %2</translation>
    </message>
    <message>
        <source>%1 – nearly blank</source>
        <extracomment>Read out: a page, and a remark about it</extracomment>
        <translation>%1 – شبه فارغة</translation>
    </message>
</context>
<context>
    <name>tawasul::ThumbnailStrip</name>
    <message>
        <source>Strip of pages</source>
        <translation>شريط الصفحات</translation>
    </message>
</context>
<context>
    <name>tawasul::Timeline</name>
    <message numerus="yes">
        <source>%n earlier step(s)</source>
        <translation>
            <numerusform>لا خطوات أسبق</numerusform>
            <numerusform>خطوة أسبق</numerusform>
            <numerusform>خطوتان أسبق</numerusform>
            <numerusform>%n خطوات أسبق</numerusform>
            <numerusform>%n خطوة أسبق</numerusform>
            <numerusform>%n خطوة أسبق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::TimelineEntry</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Show the reply</source>
        <translation>عرض الرد</translation>
    </message>
    <message>
        <source>Hide the reply</source>
        <translation>إخفاء الرد</translation>
    </message>
</context>
<context>
    <name>tawasul::Toast</name>
    <message>
        <source>Close the message</source>
        <translation>إغلاق الرسالة</translation>
    </message>
</context>
<context>
    <name>tawasul::TopBar</name>
    <message>
        <source>Tawasul</source>
        <extracomment>The product&apos;s short name in the top bar</extracomment>
        <translation>تواصل</translation>
    </message>
    <message>
        <source>Request processing</source>
        <extracomment>Under the product&apos;s name: what is done with it</extracomment>
        <translation>معالجة الطلبات</translation>
    </message>
</context>
<context>
    <name>tawasul::TrainingBand</name>
    <message>
        <source>Training environment – data is not real</source>
        <extracomment>The band on top of a window that is connected to a training centre</extracomment>
        <translation>بيئة تدريب – بيانات غير حقيقية</translation>
    </message>
</context>
<context>
    <name>tawasul::UrgencyWords</name>
    <message>
        <source>Service deadline: %1</source>
        <translation>مهلة الخدمة: %1</translation>
    </message>
    <message>
        <source>Statutory deadline: %1</source>
        <translation>مهلة نظامية: %1</translation>
    </message>
    <message>
        <source>The applicant has answered</source>
        <translation>وردت الاستكمالات</translation>
    </message>
    <message>
        <source>Operation number missing</source>
        <translation>بانتظار رقم العملية</translation>
    </message>
    <message>
        <source>With the supervisor</source>
        <translation>لدى المشرف</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>لا مهلة</translation>
    </message>
    <message>
        <source>Processing has ended</source>
        <translation>انتهت معالجة الطلب</translation>
    </message>
    <message>
        <source>Deadline paused</source>
        <translation>المهلة متوقفة</translation>
    </message>
    <message>
        <source>Waiting for the applicant</source>
        <translation>بانتظار مقدم الطلب</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Two reasons why a case is urgent, the more telling one first</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>تنتهي اليوم</translation>
    </message>
</context>
<context>
    <name>tawasul::UserMenu</name>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>theme</comment>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>ارتفاع الصفوف</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>rows</comment>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Regular</source>
        <comment>rows</comment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>rows</comment>
        <translation>مدمج</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A person and what they are, as a screen reader says the button</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Marks in the list</source>
        <translation>دلالة العلامات في القائمة</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>نهاية الدوام</translation>
    </message>
    <message>
        <source>Security status</source>
        <translation>حالة الحماية</translation>
    </message>
</context>
<context>
    <name>tawasul::VerdictModel</name>
    <message>
        <source>A request out of reach</source>
        <extracomment>In the place of the number of a request that may not be seen</extracomment>
        <translation>طلب خارج النطاق</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>From whom to whom</source>
        <translation>من موظف إلى آخر</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>ما سيحدث</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>tawasul::WaitingBox</name>
    <message>
        <source>Stop waiting</source>
        <translation>إيقاف الانتظار</translation>
    </message>
</context>
<context>
    <name>tawasul::WhyPopover</name>
    <message>
        <source>Why this date?</source>
        <translation>لماذا هذا التاريخ؟</translation>
    </message>
</context>
<context>
    <name>tawasul::WhyWords</name>
    <message>
        <source>working day %1</source>
        <translation>يوم العمل %1</translation>
    </message>
    <message>
        <source>weekend, not counted</source>
        <translation>إجازة أسبوعية، لا يُحتسب</translation>
    </message>
    <message>
        <source>%1, not counted</source>
        <translation>%1، لا يُحتسب</translation>
    </message>
    <message>
        <source>Set by the statutory rule %1.</source>
        <translation>حددتها القاعدة النظامية %1.</translation>
    </message>
    <message>
        <source>Set by the rule “%1”.</source>
        <translation>حددتها قاعدة «%1».</translation>
    </message>
    <message numerus="yes">
        <source>The rule “%1”: %n day(s) from %2 (%3).</source>
        <translation>
            <numerusform>قاعدة «%1»: من %2 (%3).</numerusform>
            <numerusform>قاعدة «%1»: يوم من %2 (%3).</numerusform>
            <numerusform>قاعدة «%1»: يومان من %2 (%3).</numerusform>
            <numerusform>قاعدة «%1»: %n أيام من %2 (%3).</numerusform>
            <numerusform>قاعدة «%1»: %n يومًا من %2 (%3).</numerusform>
            <numerusform>قاعدة «%1»: %n يوم من %2 (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) after the day of submission, %1.</source>
        <translation>
            <numerusform>في يوم تقديم الطلب، %1.</numerusform>
            <numerusform>يوم عمل واحد بعد يوم تقديم الطلب، %1.</numerusform>
            <numerusform>يوما عمل بعد يوم تقديم الطلب، %1.</numerusform>
            <numerusform>%n أيام عمل بعد يوم تقديم الطلب، %1.</numerusform>
            <numerusform>%n يوم عمل بعد يوم تقديم الطلب، %1.</numerusform>
            <numerusform>%n يوم عمل بعد يوم تقديم الطلب، %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were added because the request waited for the applicant.</source>
        <translation>
            <numerusform>لم يُضف منها شيء.</numerusform>
            <numerusform>أُضيف منها يوم مدةَ بقاء الطلب لدى مقدمه.</numerusform>
            <numerusform>أُضيف منها يومان مدةَ بقاء الطلب لدى مقدمه.</numerusform>
            <numerusform>أُضيفت منها %n أيام مدةَ بقاء الطلب لدى مقدمه.</numerusform>
            <numerusform>أُضيف منها %n يومًا مدةَ بقاء الطلب لدى مقدمه.</numerusform>
            <numerusform>أُضيف منها %n يوم مدةَ بقاء الطلب لدى مقدمه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistBar</name>
    <message>
        <source>Quick filter</source>
        <translation>تصفية سريعة</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>الإسناد</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>كل الأقسام</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>All</source>
        <comment>requests</comment>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>تنتهي اليوم</translation>
    </message>
    <message>
        <source>Completions arrived</source>
        <extracomment>Requests whose applicant has sent what was missing</extracomment>
        <translation>وردت الاستكمالات</translation>
    </message>
    <message>
        <source>Awaiting execution</source>
        <translation>بانتظار التنفيذ</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>كل الطلبات</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>المسندة إليّ</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>المسندة</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسندة</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <comment>in the list</comment>
        <translation>
            <numerusform>لا طلبات</numerusform>
            <numerusform>طلب واحد</numerusform>
            <numerusform>طلبان</numerusform>
            <numerusform>%n طلبات</numerusform>
            <numerusform>%n طلبًا</numerusform>
            <numerusform>%n طلب</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistPage</name>
    <message>
        <source>Worklist</source>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No results for this filter</source>
        <translation>لا نتائج لهذه التصفية</translation>
    </message>
    <message>
        <source>No request matches the chosen filters and the search.</source>
        <translation>لا يوجد طلب يطابق التصفية والبحث.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>No requests left for today</source>
        <translation>لا توجد طلبات متبقية لليوم</translation>
    </message>
    <message>
        <source>Requests returned to their applicants come back here once they answer.</source>
        <translation>تعود الطلبات المعادة إلى هذه القائمة عند ورود استكمالاتها.</translation>
    </message>
    <message>
        <source>No requests assigned yet</source>
        <translation>لا توجد طلبات مسندة حتى الآن</translation>
    </message>
    <message>
        <source>Requests appear here once they are assigned.</source>
        <translation>تظهر الطلبات هنا عند إسنادها.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Part of the list could not be read on this device. Recorded work is kept. Try again; if it repeats, contact technical support (code %1).</source>
        <translation>تعذّرت قراءة جزء من القائمة على هذا الجهاز. الإجراءات المسجّلة محفوظة. تمكن إعادة المحاولة، وعند تكرار ذلك يلزم التواصل مع الدعم الفني (الرمز %1).</translation>
    </message>
    <message>
        <source>%1. Requests may have changed at the central system since then; what is recorded here is checked when the connection returns.</source>
        <extracomment>%1 says how old the data are</extracomment>
        <translation>%1. قد تكون الطلبات تغيّرت في النظام المركزي منذ ذلك الوقت، ويُتحقق مما سُجّل هنا عند عودة الاتصال.</translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistWords</name>
    <message>
        <source>, </source>
        <extracomment>Between the facts of a row that is read aloud</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>masked identifier ending in %1</source>
        <extracomment>An identity number of which only the last four digits are shown</extracomment>
        <translation>رقم هوية مخفي آخره %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Deadline – earliest first</source>
        <translation>المهلة – الأقرب أولًا</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>جارٍ القراءة</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>status: %1</source>
        <translation>الحالة: %1</translation>
    </message>
    <message>
        <source>applicant: %1</source>
        <translation>مقدم الطلب: %1</translation>
    </message>
    <message>
        <source>subject: %1</source>
        <translation>صاحب العلاقة: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A mark of a row and what it means</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tawasul::Workplace</name>
    <message>
        <source>Worklist</source>
        <comment>navigation: the cases the officer works on</comment>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>Recorded on this device: %1, request %2.</source>
        <comment>%1 an act such as Complete, %2 a request number</comment>
        <translation>سُجّل على هذا الجهاز: %1، الطلب %2.</translation>
    </message>
    <message>
        <source>It is too late to take it back: it is on its way to the central system. The request can be changed by a further act.</source>
        <translation>فات وقت التراجع: الإجراء في طريقه إلى النظام المركزي. يمكن تغيير الطلب بإجراء لاحق.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>navigation: acts the centre has not acknowledged</comment>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <comment>navigation: acts that need a choice</comment>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>The session at the central system has ended. Everything recorded is kept and will be sent after signing in again.</source>
        <translation>انتهت الجلسة لدى النظام المركزي. كل ما سُجّل محفوظ ويُرسل بعد تسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>تسجيل الدخول من جديد</translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <comment>%2 sentences on what went wrong with an act on it</comment>
        <translation>الطلب %1: %2</translation>
    </message>
    <message>
        <source>Signed in without a connection. The account was last confirmed: %1. Everything recorded is sent by itself once the connection returns.</source>
        <translation>تم الدخول دون اتصال. آخر تأكيد للحساب: %1. كل ما يُسجَّل يُرسل تلقائيًا عند عودة الاتصال.</translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent; what was written is a draft again.</source>
        <translation>تم التراجع. لم يُرسل شيء، وما كُتب أصبح مسودة.</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>an act that has not left this device yet</comment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>My proposals</source>
        <comment>navigation: work on requests that had gone to somebody else</comment>
        <translation>مقترحاتي</translation>
    </message>
    <message>
        <source>Request %1 had been assigned to somebody else. The work on it is kept by the central system as a proposal.</source>
        <translation>أُسند الطلب %1 إلى موظف آخر، وحُفظ ما سُجّل عليه في النظام المركزي مقترحًا.</translation>
    </message>
    <message>
        <source>The proposal on request %1 was adopted by %2.</source>
        <translation>أخذ %2 بالمقترح على الطلب %1.</translation>
    </message>
    <message>
        <source>The proposal on request %1 was dismissed by %2; the reason is under “My proposals”.</source>
        <translation>صرف %2 النظر عن المقترح على الطلب %1، والسبب في «مقترحاتي».</translation>
    </message>
    <message>
        <source>End of the day</source>
        <comment>navigation: what is left, and a note</comment>
        <translation>نهاية الدوام</translation>
    </message>
    <message>
        <source>There is a handover note of this account, saved %1.</source>
        <translation>توجد مذكرة تسليم لهذا الحساب، حُفظت %1.</translation>
    </message>
    <message>
        <source>Show the note</source>
        <translation>عرض المذكرة</translation>
    </message>
    <message>
        <source>Supervision</source>
        <comment>navigation: a word over sections</comment>
        <translation>الإشراف</translation>
    </message>
    <message>
        <source>Start of the day</source>
        <comment>navigation: what waits for a supervisor</comment>
        <translation>بداية الدوام</translation>
    </message>
    <message>
        <source>Of this request only what the board counts is on this device.</source>
        <translation>لا يوجد على هذا الجهاز من هذا الطلب إلا ما تعرضه لوحة التوزيع.</translation>
    </message>
    <message>
        <source>The undoing is recorded. Its result is among the assignment orders.</source>
        <translation>سُجّل التراجع، ونتيجته في أوامر الإسناد.</translation>
    </message>
    <message>
        <source>The leave is recorded on this device.</source>
        <translation>سُجّلت الإجازة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Workload board</source>
        <comment>navigation: the board of a supervisor</comment>
        <translation>توزيع الطلبات</translation>
    </message>
    <message>
        <source>The order is withdrawn; no request was moved by it.</source>
        <translation>سُحب الأمر، ولم يُسند به أي طلب.</translation>
    </message>
</context>
</TS>
