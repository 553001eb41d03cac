"""What is said when a file cannot be taken in, or is no longer there."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "files.not_empty": Sentence(
            met=_("文件有内容"),
            unmet=_("这个文件是空的，没有内容"),
            way_on=_("请重新选择文件；如果它来自微信或网盘，先下载到本机再选。"),
        ),
        "files.small_enough": Sentence(
            met=_("大小 {size_mb}，在上限 {limit_mb} 之内"),
            unmet=_("文件太大：约 {size_mb}，上限是 {limit_mb}"),
            way_on=_("照片请用手机的“中等”或“标准”大小重新发送；表格请分成几份。"),
        ),
        "files.recognised": Sentence(
            met=_("认得出是什么文件"),
            unmet=_("认不出这是什么文件，可能已经损坏"),
            way_on=_("请用原来的软件打开它，另存一份再上传。"),
        ),
        "files.is_image": Sentence(
            met=_("是图片（{found}）"),
            unmet=_("这不是能显示的照片，它实际上是 {found} 文件"),
            way_on=_("请选择 JPEG、PNG、WebP 或 GIF 图片；其他内容可以截图后上传。"),
        ),
        "files.is_document": Sentence(
            met=_("是文档（{found}）"),
            unmet=_("这里不收 {found} 文件"),
            way_on=_("请上传 PDF、Word、Excel、PPT 或图片。"),
        ),
        "files.is_table": Sentence(
            met=_("是表格（{found}）"),
            unmet=_("这不是表格，它实际上是 {found} 文件"),
            way_on=_("请上传 XLSX、XLS、ODS 或 CSV 表格。"),
        ),
        "files.no_macros": Sentence(
            met=_("文件里没有宏程序"),
            unmet=_("文件里带有宏程序，或者已经损坏，为了安全不收"),
            way_on=_("请在 Office 或 WPS 中另存为不带宏的 docx、xlsx 或 pptx 再上传。"),
        ),
        "files.picture_size": Sentence(
            met=_("图片 {width}×{height} 像素，可以打开"),
            unmet=_(
                "图片有 {width}×{height} 像素（约 {megapixels} 百万），超过 {limit} 百万的上限"
            ),
            way_on=_("请把相机分辨率调低，或截图后上传。"),
        ),
        "files.picture_plausible": Sentence(
            met=_("图片的尺寸合乎常理"),
            unmet=_("这张图片声称的尺寸大得不合常理，没有打开"),
            way_on=_("请重新拍一张，或截图后上传。"),
        ),
        "files.picture_whole": Sentence(
            met=_("图片完整"),
            unmet=_("图片不完整，打不开，可能是传输时中断了"),
            way_on=_("请重新选择这张照片再上传；填写的内容都还在。"),
        ),
        "files.room_left": Sentence(
            met=_("存储空间够用"),
            unmet=_("服务器的存储空间不够了，文件没有收下（需要 {needed}）"),
            way_on=_("不带照片也可以先提交，照片以后再补；请告诉社区工作人员空间满了。"),
        ),
        "files.disk_not_full": Sentence(
            met=_("存储空间够用"),
            unmet=_("服务器的存储空间满了，这一次什么都没有保存"),
            way_on=_("请告诉社区工作人员，腾出空间后再提交一次；急事请打电话。"),
        ),
        "files.kept": Sentence(
            met=_("文件还在"),
            unmet=_("这个文件已于 {on} 按规定删除"),
            way_on=_("如果需要，请向社区工作人员询问。"),
        ),
        "files.there": Sentence(
            met=_("文件还在"),
            unmet=_("找不到这个文件的内容"),
            way_on=_("请告诉社区工作人员，可以从备份中恢复。"),
        ),
    }
)
