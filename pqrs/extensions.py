"""The only objects made at import: the database and the sign-in of Flask."""

from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy

from pqrs.models.base import Base

db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})
login_manager = LoginManager()
