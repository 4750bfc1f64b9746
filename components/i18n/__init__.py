"""The words of the service in Finnish, Swedish and English."""

from components.i18n.catalogue import DEFAULT, LANGUAGES, Catalogue, catalogue

__all__ = ["DEFAULT", "LANGUAGES", "Catalogue", "catalogue"]
