"""Merges nguoi.csv into mau.fodt through LibreOffice and prints the milliseconds it took."""

import json
import os
import re
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

folder = sys.argv[1]
pipe = f"raquan{os.getpid()}"
office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{folder}/profile",
        f"--accept=pipe,name={pipe};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def value(name, content):
    prop = PropertyValue()
    prop.Name, prop.Value = name, content
    return prop


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def register(services):
    databases = services.createInstance("com.sun.star.sdb.DatabaseContext")
    source = databases.createInstance()
    source.URL = f"sdbc:flat:file://{folder}"
    source.Info = (
        value("Extension", "csv"),
        value("CharSet", "UTF-8"),
        value("HeaderLine", True),
        value("FieldDelimiter", ","),
        value("StringDelimiter", '"'),
    )
    place = f"file://{folder}/nguoi.odb"
    source.DatabaseDocument.storeAsURL(place, ())
    databases.registerObject("nguoi", databases.getByName(place))


context = connect()
services = context.ServiceManager
register(services)
start = time.perf_counter()
merge = services.createInstance("com.sun.star.text.MailMerge")
merge.DataSourceName = "nguoi"
merge.CommandType = 0
merge.Command = "nguoi"
merge.DocumentURL = f"file://{folder}/mau.fodt"
merge.OutputType = 2
merge.OutputURL = f"file://{folder}"
merge.SaveAsSingleFile = True
merge.SaveFilter = "writer_pdf_Export"
merge.FileNamePrefix = "ra"
merge.execute(())
milliseconds = (time.perf_counter() - start) * 1000
made = [name for name in os.listdir(folder) if name.endswith(".pdf")]
with open(os.path.join(folder, made[0]), "rb") as file:
    pages = len(re.findall(rb"/Type\s*/Page[^s]", file.read()))
print(json.dumps({"milliseconds": milliseconds, "pages": pages}))
office.terminate()
office.wait()
